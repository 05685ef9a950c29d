package dev.taut.io;

import dev.taut.data.Table;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Severity;
import dev.taut.io.file.Content;
import dev.taut.io.file.Encoding;
import dev.taut.io.file.Lines;
import java.nio.charset.CharacterCodingException;
import java.util.function.Consumer;

/** Chooses the encoding of a CSV file: the one named, or by its mark, or UTF-8, or Windows-1252 with a note. */
final class CsvFile {
    /** So many bytes are looked at to recognise a file; a header with thousands of names fits in. */
    private static final int HEAD = 1 << 18;

    private final Content content;
    private final ReadOptions options;
    private final byte[] head;

    private CsvFile(Content content, ReadOptions options) {
        this.content = content;
        this.options = options;
        this.head = content.head(HEAD);
    }

    /** @param notes receives what is worth knowing about a file that could be read */
    static Table read(Content content, ReadOptions options, Consumer<Finding> notes) {
        var file = new CsvFile(content, options);
        Encoding encoding = options.charset()
                .map(charset -> Encoding.named(charset, file.head))
                .orElseGet(() -> Encoding.detect(file.head));
        content.refuseForeign(file.head, encoding);
        try {
            return file.read(encoding, notes);
        } catch (CharacterCodingException malformed) {
            long line = Lines.firstUnreadable(content, encoding);
            if (!encoding.inferred()) {
                throw new Refused(file.unreadable("not " + encoding.label(), line));
            }
            return file.fallback(line, notes);
        }
    }

    private Table fallback(long line, Consumer<Finding> notes) {
        notes.accept(Finding.of(
                        Code.FILE_UNREADABLE,
                        content.name(),
                        content.name() + ":" + line + " is not valid UTF-8: the file was read as Windows-1252")
                .as(Severity.NOTE)
                .help("--encoding NAME if letters look wrong"));
        try {
            return read(Encoding.FALLBACK, notes);
        } catch (CharacterCodingException malformed) {
            long place = Lines.firstUnreadable(content, Encoding.FALLBACK);
            throw new Refused(unreadable("neither UTF-8 nor Windows-1252", place));
        }
    }

    private Table read(Encoding encoding, Consumer<Finding> notes) throws CharacterCodingException {
        return new CsvReading(content, options, encoding, encoding.peek(head)).read(notes);
    }

    private Finding unreadable(String what, long line) {
        String place = line == 0 ? content.name() : content.name() + ":" + line;
        return Finding.of(Code.FILE_UNREADABLE, content.name(), place + " is " + what)
                .help("--encoding NAME, for example --encoding shift_jis");
    }
}

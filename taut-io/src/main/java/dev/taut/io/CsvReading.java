package dev.taut.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.taut.data.Column;
import dev.taut.data.Source;
import dev.taut.data.Table;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.io.ReadOptions.Header;
import dev.taut.io.cell.ColumnBuilder;
import dev.taut.io.cell.ColumnBuilder.Kind;
import dev.taut.io.cell.Missing;
import dev.taut.io.file.Content;
import dev.taut.io.file.Encoding;
import dev.taut.io.file.FileFindings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one CSV file under one encoding: a pass that infers the types while it stores the values, and a second one
 * over the columns that began as numbers or dates and then met something else, which is seldom. All that is wrong with
 * the file is told at once.
 */
final class CsvReading {
    private final Content content;
    private final ReadOptions options;
    private final Encoding encoding;
    private final CsvFormat format;
    private final Missing missing;

    /** @param sample the first characters of the file */
    CsvReading(Content content, ReadOptions options, Encoding encoding, String sample) {
        this.content = content;
        this.options = options;
        this.encoding = encoding;
        this.format = CsvSniffer.decide(sample, options);
        this.missing = Missing.of(options.missing(), format.numbers());
    }

    /**
     * @param notes receives what is worth knowing about a file that could be read
     * @throws CharacterCodingException if the bytes are not of this encoding
     */
    Table read(Consumer<Finding> notes) throws CharacterCodingException {
        var rows = new CsvRows(options.header(), this::inferring);
        Optional<Finding> stopped = pass(rows);
        var faults = new CsvFaults(content, encoding, format, rows);
        CsvHeader header = options.header() == Header.ABSENT
                ? CsvHeader.numbered(rows.first().size())
                : CsvHeader.of(content.name(), rows.first());
        List<Finding> findings = new ArrayList<>(faults.all(header, options, stopped));
        Refused.ifAny(findings);
        findings.forEach(notes);
        List<Column> columns = columns(rows, header.names());
        return Table.of(new Source(content.name(), content.sha256(), label()), columns);
    }

    private List<Column> columns(CsvRows rows, List<String> names) throws CharacterCodingException {
        ColumnBuilder[] first = rows.columns();
        ColumnBuilder[] again = mixed(first) ? again(rows) : first;
        List<Column> columns = new ArrayList<>(first.length);
        for (int i = 0; i < first.length; i++) {
            ColumnBuilder builder = first[i].kind() == Kind.MIXED ? again[i] : first[i];
            columns.add(builder.build(names.get(i), rows.rows()));
        }
        return columns;
    }

    private static boolean mixed(ColumnBuilder[] columns) {
        for (ColumnBuilder column : columns) {
            if (column.kind() == Kind.MIXED) {
                return true;
            }
        }
        return false;
    }

    /** The mixed columns once more, as text. */
    private ColumnBuilder[] again(CsvRows rows) throws CharacterCodingException {
        ColumnBuilder[] first = rows.columns();
        var texts = new CsvRows(
                options.header(),
                (index, name) ->
                        first[index].kind() == Kind.MIXED ? ColumnBuilder.text(missing) : ColumnBuilder.skipped());
        Optional<Finding> stopped = pass(texts);
        if (stopped.isPresent() || texts.rows() != rows.rows()) {
            throw new Refused(
                    Finding.of(Code.FILE_UNREADABLE, content.name(), content.name() + " changed while it was read"));
        }
        return texts.columns();
    }

    private ColumnBuilder inferring(int index, String name) {
        String called = options.header() == Header.ABSENT || name.isBlank() ? "c" + (index + 1) : name.strip();
        return options.categorical().contains(called)
                ? ColumnBuilder.text(missing)
                : ColumnBuilder.inferring(format.numbers(), missing);
    }

    /** Sends the whole file through {@code rows}; returns why that ended early, if it did. */
    private Optional<Finding> pass(CsvRows rows) throws CharacterCodingException {
        try (CsvReader<Boolean> reader = format.open(rows, encoding.open(content.open()))) {
            for (Boolean ignored : reader) {
                // the rows went into the columns
            }
            return Optional.empty();
        } catch (CsvParseException broken) {
            rethrow(broken.getCause());
            return Optional.of(CsvFaults.quote(content, encoding, rows.line(), broken));
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            return Optional.of(cut(cause == null ? new IOException(e) : cause));
        } catch (IOException e) {
            return Optional.of(cut(e));
        }
    }

    /** What failed inside a column is no fault of the file's quotes, though the parser wraps both alike. */
    static void rethrow(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException failure && !(failure instanceof CsvParseException)) {
            throw failure;
        }
    }

    private Finding cut(IOException cause) throws CharacterCodingException {
        if (cause instanceof CharacterCodingException malformed) {
            throw malformed;
        }
        return FileFindings.of(content.name(), cause);
    }

    private String label() {
        String start = content.gzip() ? "csv, gzip, " : "csv, ";
        String header = options.header() == Header.ABSENT ? ", no header" : "";
        return start + encoding.label() + ", " + format.label() + header;
    }
}

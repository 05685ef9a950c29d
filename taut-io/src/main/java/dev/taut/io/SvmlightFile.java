package dev.taut.io;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Wording;
import dev.taut.io.cell.NumberSyntax;
import dev.taut.io.file.Content;
import dev.taut.io.file.Encoding;
import dev.taut.io.file.FileFindings;
import dev.taut.io.file.Phrase;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One pass over svmlight text; lines that are not of its form are left out, counted and told all at once (T0108). */
final class SvmlightFile {
    private static final int SHOWN = 3;
    private static final int BUFFER = 1 << 16;

    private final Content content;
    private final SparseRows rows = new SparseRows();
    private final List<String> shown = new ArrayList<>();
    private String firstFault = "";
    private String firstRemedy = "";
    private long firstBad;
    private long bad;
    private long line;

    SvmlightFile(Content content) {
        this.content = content;
    }

    SparseRows read() {
        content.refuseForeign(content.head(BUFFER), Encoding.detect(new byte[0]));
        try (Reader reader = new Encoding(StandardCharsets.ISO_8859_1, 0, false).open(content.open())) {
            lines(reader);
        } catch (IOException e) {
            throw FileFindings.refuse(content.name(), e);
        }
        if (bad > 0) {
            throw new Refused(finding());
        }
        if (rows.rows() == 0) {
            throw new Refused(Finding.of(Code.FILE_UNREADABLE, content.name(), content.name() + " has no rows")
                    .because("nothing but blank lines and comments"));
        }
        return rows;
    }

    private void lines(Reader reader) throws IOException {
        char[] buffer = new char[BUFFER];
        char[] text = new char[1024];
        int length = 0;
        for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
            for (int i = 0; i < n; i++) {
                if (buffer[i] == '\n') {
                    line(text, length);
                    length = 0;
                } else {
                    if (length == text.length) {
                        text = Arrays.copyOf(text, 2 * length);
                    }
                    text[length++] = buffer[i];
                }
            }
        }
        if (length > 0) {
            line(text, length);
        }
    }

    private void line(char[] text, int length) {
        line++;
        int end = 0;
        while (end < length && text[end] != '#') {
            end++;
        }
        var row = new SvmlightLine(text, end);
        if (row.isBlank()) {
            return;
        }
        if (row.into(rows)) {
            return;
        }
        rows.drop();
        bad++;
        if (shown.isEmpty()) {
            firstBad = line;
            firstFault = row.fault();
            firstRemedy = row.remedy();
        }
        if (shown.size() < SHOWN) {
            shown.add(line + " | " + Phrase.shorten(new String(text, 0, length).stripTrailing()));
        }
    }

    private Finding finding() {
        String total = "; " + Wording.count(bad, "bad line", "bad lines") + " of " + Wording.count(rows.rows() + bad);
        return Finding.of(
                        Code.MALFORMED_LINE,
                        content.name(),
                        "line " + Wording.count(firstBad) + " is not `label index:value …`: " + firstFault)
                .because(shown.toArray(String[]::new))
                .help(firstRemedy + total);
    }

    /** One line: its fields, and what is wrong with the first bad one. */
    private static final class SvmlightLine {
        private final char[] text;
        private final int end;
        private String fault = "";
        private String remedy = "";

        SvmlightLine(char[] text, int end) {
            this.text = text;
            this.end = end;
        }

        boolean isBlank() {
            return skip(0) == end;
        }

        String fault() {
            return fault;
        }

        String remedy() {
            return remedy;
        }

        /** Adds the row if the whole line is good. */
        boolean into(SparseRows rows) {
            int from = skip(0);
            int to = word(from);
            double label = NumberSyntax.PLAIN.parse(text, from, to - from);
            if (!Double.isFinite(label)) {
                return no("the label " + quoted(from, to) + " is no number", "labels are numbers, such as +1 and -1");
            }
            int previous = 0;
            for (from = skip(to); from < end; from = skip(to)) {
                to = word(from);
                int colon = colon(from, to);
                int index = colon < 0 ? -1 : index(from, colon);
                double value = colon < 0 ? Double.NaN : NumberSyntax.PLAIN.parse(text, colon + 1, to - colon - 1);
                if (index < 0 || !Double.isFinite(value)) {
                    return no(quoted(from, to) + " is no pair of an index and a number", "write index:value");
                }
                if (index == 0) {
                    return no("index 0, but indices start at 1", "add 1 to every index");
                }
                if (index <= previous) {
                    return no("index " + index + " comes after " + previous, "sort the indices within each line");
                }
                previous = index;
                rows.add(index - 1, value);
            }
            rows.end(label);
            return true;
        }

        private boolean no(String why, String how) {
            fault = why;
            remedy = how;
            return false;
        }

        private String quoted(int from, int to) {
            return "`" + Phrase.shorten(new String(text, from, to - from)) + "`";
        }

        private int skip(int from) {
            int i = from;
            while (i < end && text[i] <= ' ') {
                i++;
            }
            return i;
        }

        private int word(int from) {
            int i = from;
            while (i < end && text[i] > ' ') {
                i++;
            }
            return i;
        }

        private int colon(int from, int to) {
            for (int i = from; i < to; i++) {
                if (text[i] == ':') {
                    return i;
                }
            }
            return -1;
        }

        private int index(int from, int to) {
            long index = 0;
            for (int i = from; i < to; i++) {
                int digit = text[i] - '0';
                if (digit < 0 || digit > 9 || index > Integer.MAX_VALUE / 10) {
                    return -1;
                }
                index = 10 * index + digit;
            }
            return from == to || index > Integer.MAX_VALUE - 8 ? -1 : (int) index;
        }
    }
}

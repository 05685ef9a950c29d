package dev.taut.io;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import dev.taut.io.cell.ColumnBuilder.Kind;
import dev.taut.io.cell.NumberSyntax;
import dev.taut.io.file.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Says which lines have too many or too few fields (T0105), and guesses why.
 *
 * @param name    the file
 * @param format  how it was cut
 * @param names   its columns
 * @param kinds   what the complete rows say the columns hold
 * @param lines   the text of the lines to show, by number
 */
record RaggedFinding(String name, CsvFormat format, List<String> names, List<Kind> kinds, Map<Long, String> lines) {

    /** @param complete rows that are as long as the header */
    Finding of(RaggedLines ragged, long complete) {
        RaggedLines.Line first = ragged.shown().get(0);
        boolean all = complete == 0 && ragged.alike() && ragged.total() > 1;
        String header = Wording.count(names.size());
        String message = all
                ? "all " + Wording.count(ragged.total()) + " lines of " + name + " have "
                        + Wording.count(first.fields(), "field", "fields") + ", the header has " + header
                : "line " + Wording.count(first.number()) + " has " + Wording.count(first.fields(), "field", "fields")
                        + ", the header has " + header;
        List<String> evidence = new ArrayList<>();
        String guess = all ? wholeFile(first) : guess(first);
        for (RaggedLines.Line line : all ? ragged.shown().subList(0, 1) : ragged.shown()) {
            String shown = line.number() + " | " + Phrase.shorten(lines.getOrDefault(line.number(), ""));
            evidence.add(line.equals(first) && !guess.isEmpty() ? shown + "      " + guess : shown);
        }
        String total = all
                ? ""
                : "; " + Wording.count(ragged.total(), "bad line", "bad lines") + " of "
                        + Wording.count(complete + ragged.total());
        return Finding.of(Code.RAGGED_LINE, name, message)
                .because(evidence.toArray(String[]::new))
                .help(remedy(first, all) + total);
    }

    private String remedy(RaggedLines.Line line, boolean all) {
        String mend = all
                ? "name every column in the first line"
                : line.fields() > names.size() ? "quote the field" : "complete the line or delete it";
        String text = lines.getOrDefault(line.number(), "");
        return IntStream.of(';', '\t', '|', ',')
                .mapToObj(c -> (char) c)
                .filter(c -> c != format.delimiter() && names.stream().anyMatch(n -> n.indexOf(c) >= 0))
                .filter(c -> text.indexOf(c) >= 0)
                .findFirst()
                .map(c -> "--delimiter " + Phrase.quoted(c) + "  or " + mend)
                .orElse(mend);
    }

    private String wholeFile(RaggedLines.Line line) {
        String text = lines.getOrDefault(line.number(), "").stripTrailing();
        if (names.size() == 1) {
            return "is line 1 a title, not the header?";
        }
        if (line.fields() != names.size() + 1) {
            return "";
        }
        return text.endsWith(String.valueOf(format.delimiter()))
                ? "every line ends with " + Phrase.quoted(format.delimiter())
                : "row names that the header does not count?";
    }

    private String guess(RaggedLines.Line line) {
        List<String> cells = cut(lines.getOrDefault(line.number(), ""));
        if (line.fields() < names.size()) {
            return cells.size() == line.fields() ? "cut off, or a line break inside a field?" : "";
        }
        if (cells.size() != line.fields()) {
            return "";
        }
        List<Integer> fitting = IntStream.range(0, names.size())
                .filter(p -> fits(cells, p))
                .boxed()
                .toList();
        if (fitting.isEmpty()) {
            return "";
        }
        List<Integer> amounts =
                fitting.stream().filter(p -> kinds.get(p) == Kind.NUMBER).toList();
        List<Integer> likely = amounts.size() == 1 ? amounts : fitting; // "1,250" explains itself
        String comma = "an unquoted " + (format.delimiter() == ',' ? "comma" : Phrase.quoted(format.delimiter()));
        return likely.size() == 1 ? comma + " in column " + Wording.name(names.get(likely.get(0))) + "?" : comma + "?";
    }

    /** True if the line makes sense once the extra fields are taken as part of column {@code p}. */
    private boolean fits(List<String> cells, int p) {
        int extra = cells.size() - names.size();
        for (int j = 0; j < names.size(); j++) {
            String cell = j < p
                    ? cells.get(j)
                    : j > p
                            ? cells.get(j + extra)
                            : String.join(String.valueOf(format.delimiter()), cells.subList(p, p + extra + 1));
            NumberSyntax numbers = j == p ? new NumberSyntax('.', ',') : format.numbers();
            boolean number = cell.isBlank() || !Double.isNaN(parse(numbers, cell.strip()));
            if (kinds.get(j) == Kind.NUMBER && !number) {
                return false;
            }
        }
        return true;
    }

    private static double parse(NumberSyntax numbers, String cell) {
        return numbers.parse(cell.toCharArray(), 0, cell.length());
    }

    private List<String> cut(String line) {
        List<List<String>> records = format.peek(line, 1);
        return records.isEmpty() ? List.of() : records.get(0);
    }
}

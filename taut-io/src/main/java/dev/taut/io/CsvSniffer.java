package dev.taut.io;

import dev.taut.io.ReadOptions.Header;
import dev.taut.io.cell.NumberSyntax;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds out from a file's beginning how it is written, where the user did not say. */
final class CsvSniffer {
    /**
     * Ordered by how seldom each stands inside ordinary cells: of two delimiters that both cut the file into equal
     * rows, the earlier is meant ({@code 1,5;2,5} has decimal commas, not five columns).
     */
    private static final List<Character> CANDIDATES = List.of('\t', ';', '|', ',');

    private static final int RECORDS = 200;
    private static final double EQUALLY_GOOD = 0.02;
    private static final Pattern COMMA_NUMBER = Pattern.compile("[-+]?\\d*,\\d+([eE][-+]?\\d+)?");
    private static final Pattern POINT_NUMBER = Pattern.compile("[-+]?\\d*\\.\\d+([eE][-+]?\\d+)?");
    private static final Pattern THOUSANDS = Pattern.compile("[-+]?[1-9]\\d{0,2}(,\\d{3})+");

    private final String sample;
    private final ReadOptions options;

    private CsvSniffer(String sample, ReadOptions options) {
        this.sample = sample;
        this.options = options;
    }

    /** @param sample the first characters of the file; the last record may be cut off */
    static CsvFormat decide(String sample, ReadOptions options) {
        return new CsvSniffer(sample, options).decide();
    }

    private CsvFormat decide() {
        char delimiter = options.delimiter() != ReadOptions.DETECT ? options.delimiter() : delimiter();
        char decimal = options.decimal() != ReadOptions.DETECT ? options.decimal() : decimal(delimiter);
        var numbers = new NumberSyntax(decimal, options.thousands());
        return new CsvFormat(delimiter, options.quote(), padded(delimiter), numbers);
    }

    private char delimiter() {
        record Scored(char delimiter, double score) {}
        List<Scored> scored = CANDIDATES.stream()
                .filter(candidate -> candidate != options.quote() && sample.indexOf(candidate) >= 0)
                .map(candidate -> new Scored(candidate, score(candidate)))
                .toList();
        double best = scored.stream().mapToDouble(Scored::score).max().orElse(0);
        return scored.stream()
                .filter(candidate -> candidate.score > 0 && candidate.score >= best - EQUALLY_GOOD)
                .findFirst()
                .map(Scored::delimiter)
                .orElse(',');
    }

    /**
     * Share of rows with as many fields as the first row, plus half the share with the commonest number of fields:
     * the second part decides where the first row is a title or lacks a name. Zero if rows are not cut at all.
     */
    private double score(char delimiter) {
        List<Integer> counts = records(delimiter).stream().map(List::size).toList();
        List<Integer> rows = counts.size() == 1 ? counts : counts.subList(Math.min(1, counts.size()), counts.size());
        Map<Integer, Long> frequencies =
                rows.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        int commonest = frequencies.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
        if (rows.isEmpty() || commonest < 2) {
            return 0;
        }
        double likeFirst = counts.get(0) < 2 ? 0 : frequencies.getOrDefault(counts.get(0), 0L);
        return (likeFirst + 0.5 * frequencies.getOrDefault(commonest, 0L)) / rows.size();
    }

    private List<List<String>> records(char delimiter) {
        var format = new CsvFormat(delimiter, options.quote(), false, NumberSyntax.PLAIN);
        List<List<String>> records = format.peek(sample, RECORDS);
        // the last record of a sample is usually cut off
        return records.size() > 2 && records.size() < RECORDS ? records.subList(0, records.size() - 1) : records;
    }

    /** A comma only if the delimiter is ';', some cell is a number with one, and none can be read another way. */
    private char decimal(char delimiter) {
        if (delimiter != ';' || options.thousands() == ',') {
            return '.';
        }
        List<List<String>> rows = records(delimiter);
        List<String> cells =
                rows.subList(options.header() == Header.ABSENT ? 0 : Math.min(1, rows.size()), rows.size()).stream()
                        .flatMap(List::stream)
                        .map(String::strip)
                        .toList();
        boolean points =
                cells.stream().anyMatch(cell -> POINT_NUMBER.matcher(cell).matches());
        boolean commas = cells.stream()
                .anyMatch(cell -> COMMA_NUMBER.matcher(cell).matches()
                        && !THOUSANDS.matcher(cell).matches());
        return commas && !points ? ',' : '.';
    }

    /** True if some quoted field has blanks before or behind its quotes: {@code 1, "a, b" ,2}. */
    private boolean padded(char delimiter) {
        if (options.quote() == ReadOptions.NONE || sample.indexOf(options.quote()) < 0) {
            return false;
        }
        String d = Pattern.quote(String.valueOf(delimiter));
        String q = Pattern.quote(String.valueOf(options.quote()));
        String blanks = delimiter == '\t' ? "[ ]+" : "[ \\t]+";
        String field = q + "[^" + q + "\\r\\n]*" + q;
        String before = "(?:^|[\\r\\n]|" + d + ")";
        String behind = "(?:$|[\\r\\n]|" + d + ")";
        return Pattern.compile(before + "(?:" + blanks + field + "(?:" + blanks + ")?|" + field + blanks + ")" + behind)
                .matcher(sample)
                .find();
    }
}

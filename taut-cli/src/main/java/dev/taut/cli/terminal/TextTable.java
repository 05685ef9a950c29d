package dev.taut.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of text that is never wider than asked: the last column goes on in further lines where there is no room for
 * it, and names in the first are cut.
 *
 * <p>A heading that starts with {@code >} is aligned to the right; a column without a heading stands closer to the one
 * before it.
 */
public final class TextTable {
    private static final String GAP = "  ";
    private static final int LEAST = 8;

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... headings) {
        this.headings = List.of(headings);
    }

    /** Adds a row with one cell per heading. */
    public TextTable row(String... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException(cells.length + " cells under " + headings.size() + " headings");
        }
        rows.add(List.of(cells));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The table for a terminal, headings first, indented by two. */
    public List<String> lines(Letters letters, int width) {
        List<List<String>> all = new ArrayList<>();
        all.add(headings.stream().map(h -> letters.of(title(h))).toList());
        rows.forEach(row -> all.add(row.stream().map(letters::of).toList()));
        int[] widths = widths(all, width - GAP.length());
        return all.stream()
                .flatMap(row -> rows(row, widths).stream())
                .map(row -> line(row, widths, letters))
                .toList();
    }

    private int[] widths(List<List<String>> all, int width) {
        int[] widths = new int[headings.size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Letters.width(row.get(i)));
            }
        }
        int gaps = IntStream.range(1, widths.length).map(i -> gap(i).length()).sum();
        int excess = Arrays.stream(widths).sum() + gaps - width;
        // The last column gives way first, then the first: a remark, and a name.
        for (int column : new int[] {widths.length - 1, 0}) {
            int least = column == 0 ? LEAST : Math.max(LEAST, longestWord(all, column));
            int cut = Math.max(0, Math.min(excess, widths[column] - least));
            widths[column] -= cut;
            excess -= cut;
        }
        return widths;
    }

    private static int longestWord(List<List<String>> all, int column) {
        return all.stream()
                .flatMap(row -> Arrays.stream(row.get(column).split(" ")))
                .mapToInt(Letters::width)
                .max()
                .orElse(0);
    }

    /** One row, or several if its last cell is broken into lines. */
    private List<List<String>> rows(List<String> row, int[] widths) {
        int last = widths.length - 1;
        if (last == 0 || right(last) || Letters.width(row.get(last)) <= widths[last]) {
            return List.of(row);
        }
        List<List<String>> rows = new ArrayList<>();
        for (String part : Wrap.lines(row.get(last), widths[last], "")) {
            List<String> cells = new ArrayList<>(rows.isEmpty() ? row : Collections.nCopies(last + 1, ""));
            cells.set(last, part);
            rows.add(cells);
        }
        return rows;
    }

    private String line(List<String> row, int[] widths, Letters letters) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = letters.fit(row.get(i), widths[i]);
            String space = " ".repeat(widths[i] - Letters.width(cell));
            line.append(gap(i)).append(right(i) ? space + cell : cell + space);
        }
        return line.toString().stripTrailing();
    }

    /** The table for a Markdown document. */
    public List<String> markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("| "
                + String.join(" | ", headings.stream().map(TextTable::title).toList()) + " |");
        var rule = new StringBuilder("|");
        for (int i = 0; i < headings.size(); i++) {
            rule.append(right(i) ? "---:|" : "---|");
        }
        lines.add(rule.toString());
        for (List<String> row : rows) {
            lines.add("| "
                    + String.join(
                            " | ", row.stream().map(c -> c.replace("|", "\\|")).toList()) + " |");
        }
        return lines;
    }

    private String gap(int column) {
        return headings.get(column).isEmpty() ? " " : GAP;
    }

    private boolean right(int column) {
        return headings.get(column).startsWith(">");
    }

    private static String title(String heading) {
        return heading.startsWith(">") ? heading.substring(1) : heading;
    }
}

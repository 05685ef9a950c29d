package dev.taut.report.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table with a label for those who cannot see it; the first column names the row. */
public final class Grid {
    private static final int SHORT = 28;

    private final String label;
    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private record Column(String title, boolean isNumber) {}

    private record Row(String cssClass, List<Markup> cells) {}

    private Grid(String label) {
        this.label = label;
    }

    /** An empty table; the label says what it holds. */
    public static Grid of(String label) {
        return new Grid(label);
    }

    /** A column of words, aligned left. */
    public Grid words(String title) {
        columns.add(new Column(title, false));
        return this;
    }

    /** A column of numbers, aligned right. */
    public Grid number(String title) {
        columns.add(new Column(title, true));
        return this;
    }

    /** One row of plain cells, as many as there are columns. */
    public Grid row(String... cells) {
        return row("", List.of(cells).stream().map(Markup::text).toList());
    }

    /** One row; the class is for the style sheet and may be empty. */
    public Grid row(String cssClass, List<Markup> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    label + ": a row of " + cells.size() + " cells in a table of " + columns.size() + " columns");
        }
        rows.add(new Row(cssClass, List.copyOf(cells)));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * The table in a frame that scrolls sideways, by keyboard too, where the page is narrower. A column in which no row
     * has anything is left out.
     */
    public Markup markup() {
        List<Integer> used = IntStream.range(0, columns.size())
                .filter(i -> rows.stream().anyMatch(row -> !row.cells().get(i).isNone()))
                .boxed()
                .toList();
        return Tag.of("div", "scroll")
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", label)
                .holding(Tag.of("table").holding(head(used), body(used)));
    }

    private Markup head(List<Integer> used) {
        return Tag.of("thead")
                .holding(Tag.of("tr")
                        .holding(used.stream()
                                .map(i -> cell("th", i)
                                        .with("scope", "col")
                                        .holding(columns.get(i).title()))
                                .toList()));
    }

    private Markup body(List<Integer> used) {
        return Tag.of("tbody").holding(rows.stream().map(row -> line(row, used)).toList());
    }

    private Markup line(Row row, List<Integer> used) {
        Tag line = row.cssClass().isEmpty() ? Tag.of("tr") : Tag.of("tr", row.cssClass());
        return line.holding(used.stream()
                .map(i -> (i == 0 ? cell("th", i, row).with("scope", "row") : cell("td", i, row))
                        .holding(row.cells().get(i)))
                .toList());
    }

    /** Short cells stay on one line; only long ones may break, wherever they must. */
    private Tag cell(String name, int column, Row row) {
        boolean isLong = row.cells().get(column).html().length() > SHORT;
        return columns.get(column).isNumber() || !isLong ? cell(name, column) : Tag.of(name, "long");
    }

    private Tag cell(String name, int column) {
        return columns.get(column).isNumber() ? Tag.of(name, "n") : Tag.of(name);
    }
}

package dev.taut.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** An immutable table: equally long columns with distinct names, and where they came from. */
public final class Table {
    private final Source source;
    private final List<Column> columns;
    private final int rows;

    private Table(Source source, List<Column> columns) {
        this.source = source;
        this.columns = List.copyOf(columns);
        this.rows = columns.isEmpty() ? 0 : columns.get(0).size();
        var names = new java.util.HashSet<String>();
        for (Column column : columns) {
            if (column.size() != rows) {
                throw new IllegalArgumentException("column `" + column.name() + "` has " + column.size() + " rows, `"
                        + columns.get(0).name() + "` has " + rows);
            }
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("two columns are named `" + column.name() + "`");
            }
        }
    }

    public static Table of(Source source, List<Column> columns) {
        return new Table(source, columns);
    }

    public static Table of(Column... columns) {
        return new Table(Source.MEMORY, List.of(columns));
    }

    public Source source() {
        return source;
    }

    public int rows() {
        return rows;
    }

    public List<Column> columns() {
        return columns;
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    public Optional<Column> find(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /**
     * The column of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Column column(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no column `" + name + "`"));
    }

    /** The same columns with these rows, in this order (rows may repeat). */
    public Table rows(int[] picked) {
        List<Column> cut = new ArrayList<>(columns.size());
        for (Column column : columns) {
            cut.add(column.rows(picked));
        }
        return new Table(source, cut);
    }

    /** The same rows with only the columns whose name passes. */
    public Table keep(Predicate<String> name) {
        return new Table(
                source, columns.stream().filter(c -> name.test(c.name())).toList());
    }

    /** The same table with the column of that name replaced, or with this column at its end if it has none. */
    public Table with(Column column) {
        List<Column> others = new ArrayList<>(columns);
        others.replaceAll(c -> c.name().equals(column.name()) ? column : c);
        if (!others.contains(column)) {
            others.add(column);
        }
        return new Table(source, others);
    }
}

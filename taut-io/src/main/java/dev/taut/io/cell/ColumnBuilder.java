package dev.taut.io.cell;

import dev.taut.data.Column;
import dev.taut.data.DateColumn;
import dev.taut.data.NumericColumn;
import dev.taut.data.TextColumn;
import java.util.Arrays;
import java.util.List;

/**
 * One column while its cells arrive row by row. Its first value decides what it is: numbers, dates or text. Where a
 * column of numbers or dates then meets something else it becomes {@link Kind#MIXED}: its earlier cells are gone as
 * text, and it must be read again by a builder that takes everything as text.
 */
public final class ColumnBuilder {
    /** What the cells have been so far. */
    public enum Kind {
        UNKNOWN,
        NUMBER,
        DATE,
        TEXT,
        MIXED,
        SKIPPED
    }

    private static final int FIRST_ROWS = 64;

    private final NumberSyntax numbers;
    private final Missing missing;
    private final Dictionary dictionary = new Dictionary();
    private Kind kind;
    private Kind kindBefore;
    private int changedAt = -1;
    private double[] values = {};
    private long[] seconds = {};
    private int[] codes = {};
    private int capacity;

    private ColumnBuilder(Kind kind, NumberSyntax numbers, Missing missing) {
        this.kind = kind;
        this.kindBefore = kind;
        this.numbers = numbers;
        this.missing = missing;
        resize(FIRST_ROWS);
    }

    /** A column whose cells decide its type. */
    public static ColumnBuilder inferring(NumberSyntax numbers, Missing missing) {
        return new ColumnBuilder(Kind.UNKNOWN, numbers, missing);
    }

    /** A column whose cells are text, whatever they look like. */
    public static ColumnBuilder text(Missing missing) {
        return new ColumnBuilder(Kind.TEXT, NumberSyntax.PLAIN, missing);
    }

    /** A column that is not wanted. */
    public static ColumnBuilder skipped() {
        return new ColumnBuilder(Kind.SKIPPED, NumberSyntax.PLAIN, Missing.of(List.of(), NumberSyntax.PLAIN));
    }

    public Kind kind() {
        return kind;
    }

    /** True if a text cell holds a zero character: the file is not text. */
    public boolean zeros() {
        return dictionary.zeros();
    }

    /** True if this is a column of text and the cell is one of its values. */
    public boolean has(char[] cell) {
        return kind == Kind.TEXT && dictionary.find(cell, 0, cell.length) >= 0;
    }

    /**
     * Sets the cell of a row; every row up to it has been set before, and setting one again replaces it. Blanks around
     * an unquoted cell are no part of it.
     */
    public void put(int row, char[] text, int from, int length, boolean quoted) {
        if (kind == Kind.SKIPPED || kind == Kind.MIXED) {
            return;
        }
        if (row >= capacity) {
            resize(2 * capacity);
        }
        int start = from;
        int end = from + length;
        while (start < end && isBlank(text[start])) {
            start++;
        }
        while (start < end && isBlank(text[end - 1])) {
            end--;
        }
        int trimmed = end - start;
        if (kind == Kind.TEXT) {
            boolean none = missing.isWord(text, start, trimmed);
            codes[row] =
                    none ? -1 : quoted ? dictionary.code(text, from, length) : dictionary.code(text, start, trimmed);
        } else if (!typed(row, text, start, trimmed) && !missing.isWord(text, start, trimmed)) {
            if (kind == Kind.UNKNOWN) {
                become(Kind.TEXT, row);
                put(row, text, from, length, quoted);
            } else {
                become(Kind.MIXED, row);
            }
        }
    }

    /** Stores the cell if it fits the kind; sets it missing and returns false if not. */
    private boolean typed(int row, char[] text, int from, int length) {
        if (kind == Kind.DATE) {
            seconds[row] = DateSyntax.parse(text, from, length);
            return seconds[row] != DateColumn.MISSING;
        }
        double value = length == 0 ? Double.NaN : numbers.parse(text, from, length);
        if (kind == Kind.NUMBER) {
            values[row] = missing.isValue(value) ? Double.NaN : value;
            return !Double.isNaN(value);
        }
        if (missing.isWord(text, from, length)) {
            return false;
        }
        if (!Double.isNaN(value)) {
            if (!missing.isValue(value)) {
                become(Kind.NUMBER, row);
                values[row] = value;
            }
            return true;
        }
        long time = DateSyntax.parse(text, from, length);
        if (time != DateColumn.MISSING) {
            become(Kind.DATE, row);
            seconds[row] = time;
            return true;
        }
        return false;
    }

    /** The column of the first {@code rows} rows; without any value at all it is a column of missing numbers. */
    public Column build(String name, int rows) {
        return switch (kind) {
            case TEXT -> TextColumn.coded(name, Arrays.copyOf(codes, rows), dictionary.levels());
            case DATE -> DateColumn.of(name, Arrays.copyOf(seconds, rows));
            case NUMBER -> NumericColumn.of(name, Arrays.copyOf(values, rows));
            case UNKNOWN -> {
                double[] nothing = new double[rows];
                Arrays.fill(nothing, Double.NaN);
                yield NumericColumn.of(name, nothing);
            }
            case MIXED, SKIPPED -> throw new IllegalStateException("column `" + name + "` is " + kind);
        };
    }

    /** Forgets the row last set: it belongs to a line that is left out, and must not decide what the column is. */
    public void takeBack(int row) {
        if (changedAt == row) {
            kind = kindBefore;
        }
    }

    private void become(Kind next, int row) {
        kindBefore = kind;
        changedAt = row;
        kind = next;
        if (next != Kind.MIXED) {
            resize(capacity);
            Arrays.fill(values, 0, Math.min(row, values.length), Double.NaN);
            Arrays.fill(seconds, 0, Math.min(row, seconds.length), DateColumn.MISSING);
            Arrays.fill(codes, 0, Math.min(row, codes.length), -1);
        }
    }

    private void resize(int rows) {
        capacity = rows;
        values = Arrays.copyOf(values, kind == Kind.NUMBER ? rows : 0);
        seconds = Arrays.copyOf(seconds, kind == Kind.DATE ? rows : 0);
        codes = Arrays.copyOf(codes, kind == Kind.TEXT ? rows : 0);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}

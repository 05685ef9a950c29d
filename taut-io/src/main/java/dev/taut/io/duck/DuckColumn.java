package dev.taut.io.duck;

import dev.taut.data.Column;
import dev.taut.data.DateColumn;
import dev.taut.data.NumericColumn;
import dev.taut.io.cell.ColumnBuilder;
import dev.taut.io.cell.Missing;
import dev.taut.io.cell.NumberSyntax;
import java.util.Arrays;
import java.util.Set;
import org.duckdb.DuckDBReadableVector;

/**
 * One column of a result: the expression that brings its type down to a number, seconds or a text, and the cells as
 * they arrive in chunks.
 */
abstract class DuckColumn {
    private static final Set<String> NUMBERS = Set.of(
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "UHUGEINT",
            "BIGNUM",
            "FLOAT",
            "DOUBLE",
            "DECIMAL",
            "NULL");
    private static final Set<String> NESTED =
            Set.of("STRUCT", "MAP", "UNION", "LIST", "ARRAY", "BLOB", "VARIANT", "GEOMETRY");

    private final String name;

    private DuckColumn(String name) {
        this.name = name;
    }

    /** True if one cell of this type is not one value. */
    static boolean isNested(String type) {
        return type.endsWith("]") || NESTED.contains(bare(type));
    }

    /** @param text true to take the cells as text, whatever their type */
    static DuckColumn of(String name, String type, boolean text, Missing missing) {
        String bare = bare(type);
        if (bare.equals("JSON")) {
            return new Scalars(name, text, missing);
        }
        if (text) {
            return new Texts(name, missing);
        }
        if (NUMBERS.contains(bare)) {
            return new Numbers(name);
        }
        return bare.equals("DATE") || bare.startsWith("TIMESTAMP") ? new Dates(name) : new Texts(name, missing);
    }

    private static String bare(String type) {
        int end = type.indexOf('(');
        return (end < 0 ? type : type.substring(0, end)).replace("\"", "");
    }

    final String name() {
        return name;
    }

    /** An expression over this column of the query, named by {@code place}. */
    abstract String projection(String place);

    /** Takes {@code count} cells as the rows from {@code row} on. */
    abstract void read(DuckDBReadableVector cells, int row, int count);

    abstract Column build(int rows);

    /** Every type of number; what a double cannot hold exactly is rounded to the nearest. */
    private static final class Numbers extends DuckColumn {
        private double[] values = new double[2048];

        Numbers(String name) {
            super(name);
        }

        @Override
        String projection(String place) {
            return "cast(" + place + " as double)";
        }

        @Override
        void read(DuckDBReadableVector cells, int row, int count) {
            if (row + count > values.length) {
                values = Arrays.copyOf(values, Math.max(2 * values.length, row + count));
            }
            for (int i = 0; i < count; i++) {
                values[row + i] = cells.getDouble(i, Double.NaN);
            }
        }

        @Override
        Column build(int rows) {
            return NumericColumn.of(name(), Arrays.copyOf(values, rows));
        }
    }

    /** Dates and timestamps, to the second; with a time zone, in UTC. Infinite ones are missing. */
    private static final class Dates extends DuckColumn {
        private long[] seconds = new long[2048];

        Dates(String name) {
            super(name);
        }

        @Override
        String projection(String place) {
            return "try_cast(floor(epoch(" + place + ")) as bigint)";
        }

        @Override
        void read(DuckDBReadableVector cells, int row, int count) {
            if (row + count > seconds.length) {
                seconds = Arrays.copyOf(seconds, Math.max(2 * seconds.length, row + count));
            }
            for (int i = 0; i < count; i++) {
                seconds[row + i] = cells.getLong(i, DateColumn.MISSING);
            }
        }

        @Override
        Column build(int rows) {
            return DateColumn.of(name(), Arrays.copyOf(seconds, rows));
        }
    }

    /** Texts, truth values ({@code true}, {@code false}), enumerations and whatever else prints as one word. */
    private static class Texts extends DuckColumn {
        private static final char[] NOTHING = {};

        private final ColumnBuilder texts;

        Texts(String name, Missing missing) {
            super(name);
            texts = ColumnBuilder.text(missing);
        }

        @Override
        String projection(String place) {
            return "cast(" + place + " as varchar)";
        }

        @Override
        void read(DuckDBReadableVector cells, int row, int count) {
            for (int i = 0; i < count; i++) {
                char[] cell = cells.isNull(i) ? NOTHING : cells.getString(i).toCharArray();
                put(row + i, cell);
            }
        }

        void put(int row, char[] cell) {
            texts.put(row, cell, 0, cell.length, true);
        }

        @Override
        Column build(int rows) {
            return texts.build(name(), rows);
        }
    }

    /** JSON values of several types: numbers or dates if all are, once missing words are set aside; else texts. */
    private static final class Scalars extends Texts {
        private final boolean text;
        private final ColumnBuilder typed;

        Scalars(String name, boolean text, Missing missing) {
            super(name, missing);
            this.text = text;
            typed = ColumnBuilder.inferring(NumberSyntax.PLAIN, missing);
        }

        @Override
        String projection(String place) {
            return "json_extract_string(" + place + ", '$')";
        }

        @Override
        void put(int row, char[] cell) {
            super.put(row, cell);
            typed.put(row, cell, 0, cell.length, true);
        }

        @Override
        Column build(int rows) {
            boolean asText = text || typed.kind() == ColumnBuilder.Kind.MIXED;
            return asText ? super.build(rows) : typed.build(name(), rows);
        }
    }
}

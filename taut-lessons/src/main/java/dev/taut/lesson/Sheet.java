package dev.taut.lesson;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.fold.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A table in the making: columns drawn at random or computed from others, equal for equal seeds on every machine. */
final class Sheet {
    private final int rows;
    private final Seeds.Draws draws;
    private final List<Column> columns = new ArrayList<>();

    Sheet(int rows, long seed) {
        this.rows = rows;
        this.draws = Seeds.of(seed).stream("lesson");
    }

    /** Independent standard normal numbers (Box and Muller 1958). */
    double[] normals() {
        return fill(i -> {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - draws.uniform()));
            return radius * StrictMath.cos(2 * StrictMath.PI * draws.uniform());
        });
    }

    /** Independent numbers, uniform between two bounds. */
    double[] uniforms(double low, double high) {
        return fill(i -> low + (high - low) * draws.uniform());
    }

    /** One number per row, computed from the row's number. */
    double[] fill(IntToDoubleFunction value) {
        return IntStream.range(0, rows).mapToDouble(value).toArray();
    }

    /** The numbers of a numeric column. */
    static double[] values(Table table, String column) {
        return ((NumericColumn) table.column(column)).values();
    }

    Sheet with(String name, double[] values) {
        columns.add(NumericColumn.of(name, values));
        return this;
    }

    Table table() {
        return Table.of(columns.toArray(Column[]::new));
    }

    Dataset dataset(String target) {
        return Dataset.of(table(), target);
    }
}

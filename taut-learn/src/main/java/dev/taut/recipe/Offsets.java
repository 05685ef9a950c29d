package dev.taut.recipe;

import static dev.taut.finding.Wording.name;

import dev.taut.data.Dataset;
import dev.taut.data.Exposure;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.Table;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Wording;

/** What is added to the linear predictor of a row and not estimated: the offset, and the logarithm of the exposure. */
public final class Offsets {
    private Offsets() {}

    /** Whether a column of the dataset plays such a part. */
    public static boolean exist(Dataset rows) {
        return rows.find(Role.OFFSET).isPresent() || rows.find(Role.EXPOSURE).isPresent();
    }

    /** Of these checked rows; zeros if no column plays such a part. */
    public static double[] of(Dataset rows) {
        double[] offsets = new double[rows.rows()];
        rows.find(Role.OFFSET).ifPresent(column -> add(offsets, ((NumericColumn) column).values()));
        rows.find(Role.EXPOSURE).ifPresent(column -> add(offsets, logarithms(((NumericColumn) column).values())));
        return offsets;
    }

    /**
     * Of rows that a model is used on.
     *
     * @param offset   name of the offset column, empty for none
     * @param exposure name of the exposure column, empty for none
     * @throws Refused if a column is lacking (T0601) or a row has no such number (T0207)
     */
    public static double[] of(Table rows, String offset, String exposure) {
        double[] offsets = new double[rows.rows()];
        if (!offset.isEmpty()) {
            NumericColumn column = needed(rows, offset, "offset");
            Refused.ifAny(Exposure.offsetProblem(column).stream().toList());
            add(offsets, column.values());
        }
        if (!exposure.isEmpty()) {
            NumericColumn column = needed(rows, exposure, "exposure");
            Refused.ifAny(Exposure.problem(column).stream().toList());
            add(offsets, logarithms(column.values()));
        }
        return offsets;
    }

    private static NumericColumn needed(Table rows, String column, String what) {
        return rows.find(column)
                .filter(NumericColumn.class::isInstance)
                .map(NumericColumn.class::cast)
                .orElseThrow(() -> new Refused(Finding.of(
                                Code.COLUMN_LACKING,
                                column,
                                "the model needs the numeric " + what + " column " + name(column))
                        .because("columns: " + Wording.list(rows.names(), 8))));
    }

    private static double[] logarithms(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.log(values[i]);
        }
        return values;
    }

    private static void add(double[] offsets, double[] values) {
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] += values[i];
        }
    }
}

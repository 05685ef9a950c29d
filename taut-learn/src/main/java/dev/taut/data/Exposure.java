package dev.taut.data;

import static dev.taut.finding.Wording.name;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/** Whether the values of a column can be exposures or offsets. */
public final class Exposure {
    private Exposure() {}

    /** The finding about rows whose exposure has no logarithm (T0207). */
    public static Optional<Finding> problem(NumericColumn column) {
        return unfit(
                        column,
                        "exposure " + name(column.name()) + " is not a number above 0",
                        value -> value > 0 && Double.isFinite(value))
                .map(finding -> finding.because("its logarithm is added to the linear predictor"));
    }

    /** The finding about rows without a finite offset (T0207). */
    public static Optional<Finding> offsetProblem(NumericColumn column) {
        return unfit(column, "offset " + name(column.name()) + " is missing or infinite", Double::isFinite);
    }

    private static Optional<Finding> unfit(NumericColumn column, String message, DoublePredicate fits) {
        int[] rows = IntStream.range(0, column.size())
                .filter(i -> !fits.test(column.value(i)))
                .toArray();
        return rows.length == 0
                ? Optional.empty()
                : Optional.of(Finding.of(
                        Code.NOT_ALLOWED,
                        column.name(),
                        message + " in " + Wording.count(rows.length, "row", "rows") + " (" + Wording.rows(rows)
                                + ")"));
    }
}

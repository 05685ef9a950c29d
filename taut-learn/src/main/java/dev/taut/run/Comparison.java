package dev.taut.run;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Several penalties on the same folds, with paired differences.
 *
 * @param metric   as in {@link Tuning}
 * @param folds    how many held-out folds all of them share
 * @param baseline the label that differences refer to: the simplest within noise of the best
 * @param rows     one per penalty
 * @param advice   sentences that follow from the figures, quoting them
 */
public record Comparison(String metric, int folds, String baseline, List<Row> rows, List<String> advice) {
    /**
     * @param label      none, ridge, enet 0.5, lasso …
     * @param difference mean over folds of (this − baseline); positive is worse
     * @param differenceError its standard error
     * @param verdict    a few words: within noise, better, worse, the reference
     */
    public record Row(
            String label,
            double l1Ratio,
            OptionalDouble lambda,
            int active,
            OptionalDouble mean,
            OptionalDouble standardError,
            OptionalDouble holdout,
            OptionalDouble difference,
            OptionalDouble differenceError,
            String verdict) {}
}

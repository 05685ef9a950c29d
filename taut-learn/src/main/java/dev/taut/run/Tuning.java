package dev.taut.run;

import java.util.List;

/**
 * The cross-validation curve.
 *
 * @param metric  what was measured, for example {@code rmse} or {@code log-loss}; smaller is better for all of them
 * @param folds   folds per repeat
 * @param repeats repeats
 * @param scheme  random, stratified, grouped or time-ordered
 * @param points  one per λ of the path, strongest first
 * @param minimum index of the point with the smallest mean
 * @param oneStandardError index of the strongest λ within one standard error of the minimum
 * @param chosen  index that the rule chose
 * @param rule    min, 1se or given
 * @param plan    how the folds were computed and why, one sentence
 */
public record Tuning(
        String metric,
        int folds,
        int repeats,
        String scheme,
        List<Point> points,
        int minimum,
        int oneStandardError,
        int chosen,
        String rule,
        String plan) {

    /**
     * @param mean          weighted mean of the metric over all held-out folds
     * @param standardError its standard error over folds (repeats averaged first)
     * @param train         mean of the metric on the folds' own training rows
     * @param active        mean number of active coefficients over the fold fits
     * @param folds         the metric on each held-out fold of the first repeat
     */
    public record Point(
            double lambda, double mean, double standardError, double train, double active, List<Double> folds) {}
}

package dev.taut.run;

import java.util.List;
import java.util.Optional;

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
 * @param rule    min, 1se, bic, aicc, ebic, gcv or given
 * @param plan    how the folds were computed and why, one sentence
 * @param criterion what chose λ if it was a criterion of the fit itself; empty otherwise
 * @param nested  the tuned procedure judged by folds that had no part in it; empty unless asked for
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
        String plan,
        Optional<CriterionSummary> criterion,
        Optional<NestedSummary> nested) {

    /**
     * An information criterion along the path, smaller is better.
     *
     * @param name    bic, aicc, ebic or gcv
     * @param values  one per point; not a number where a point has more than half as many degrees of freedom as rows
     * @param degrees degrees of freedom, intercepts included
     */
    public record CriterionSummary(String name, List<Double> values, List<Double> degrees) {
        public CriterionSummary {
            values = List.copyOf(values);
            degrees = List.copyOf(degrees);
        }
    }

    /**
     * Nested cross-validation.
     *
     * @param mean          the metric on outer folds, tuned anew without them
     * @param standardError its standard error
     * @param optimism      by how much the curve at its own choice is better than that
     * @param lambdas       chosen in each outer fold
     * @param active        features kept in each outer fold
     */
    public record NestedSummary(
            double mean, double standardError, double optimism, List<Double> lambdas, List<Integer> active) {
        public NestedSummary {
            lambdas = List.copyOf(lambdas);
            active = List.copyOf(active);
        }
    }

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

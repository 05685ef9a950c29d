package dev.taut.tuning;

import dev.taut.fold.FoldPlan;
import dev.taut.fold.Split;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One held-out loss per fold, repeat by repeat.
 *
 * @param plan    the folds
 * @param metric  what the losses are means of
 * @param weights sum of the case weights of each fold's test rows
 * @param losses  mean row loss of each fold
 */
public record FoldLosses(FoldPlan plan, TuningMetric metric, double[] weights, double[] losses) {
    /** The weighted mean over the folds of a repeat, averaged over repeats, as shown. */
    public double mean() {
        return metric.shown(base());
    }

    /** The standard error of that mean: over the folds of a repeat, averaged over repeats, which add no rows. */
    public double error() {
        double error = IntStream.range(0, plan.repeats())
                .mapToDouble(this::error)
                .average()
                .orElse(Double.NaN);
        return metric.shownError(base(), error);
    }

    private double base() {
        return IntStream.range(0, plan.repeats())
                .mapToDouble(this::base)
                .average()
                .orElse(Double.NaN);
    }

    private double base(int repeat) {
        double sum = 0;
        double weight = 0;
        for (int f : folds(repeat)) {
            sum += weights[f] * losses[f];
            weight += weights[f];
        }
        return sum / weight;
    }

    private double error(int repeat) {
        double mean = base(repeat);
        double sum = 0;
        double weight = 0;
        for (int f : folds(repeat)) {
            sum += weights[f] * (losses[f] - mean) * (losses[f] - mean);
            weight += weights[f];
        }
        return Math.sqrt(sum / weight / Math.max(1, plan.folds() - 1));
    }

    private int[] folds(int repeat) {
        return IntStream.range(repeat * plan.folds(), (repeat + 1) * plan.folds())
                .toArray();
    }

    /** The metric on each fold, as shown. */
    public double[] shown() {
        return Arrays.stream(losses).map(metric::shown).toArray();
    }

    /** Rows that test over rows that teach, on average. */
    public double overlap() {
        return plan.splits().stream()
                .flatMap(List::stream)
                .mapToDouble(FoldLosses::share)
                .average()
                .orElse(1);
    }

    private static double share(Split split) {
        return split.test().length / (double) Math.max(1, split.train().length);
    }
}

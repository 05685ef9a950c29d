package dev.taut.tuning;

import dev.taut.fold.FoldPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * The curve of held-out loss along λ: the whole line, recipe included, fitted again inside every fold.
 *
 * <p>Means over folds are weighted by the folds' case weights; the standard error is that of the weighted mean of the
 * fold means, √(Σ w(m − m̄)² / Σ w / (K − 1)) as in glmnet; over repeats both are averaged, since repeating the split
 * removes its noise but not that of the sample.
 *
 * @param lambdas strongest first, the same in every fold
 * @param plan    the folds
 * @param metric  what is measured
 * @param fits    [repeat][fold]
 * @param how     how the folds were computed and why, in one sentence without a full stop
 */
public record CrossValidation(
        double[] lambdas, FoldPlan plan, TuningMetric metric, List<List<FoldFit>> fits, String how) {
    /** Of fold fits one after another, repeat by repeat. */
    static CrossValidation of(double[] lambdas, FoldPlan plan, TuningMetric metric, List<FoldFit> flat, String how) {
        List<List<FoldFit>> fits = new ArrayList<>();
        for (int r = 0; r < plan.repeats(); r++) {
            fits.add(flat.subList(r * plan.folds(), (r + 1) * plan.folds()));
        }
        return new CrossValidation(lambdas, plan, metric, fits, how);
    }

    /** Mean held-out row loss at λ number k. */
    public double base(int k) {
        return fits.stream().mapToDouble(repeat -> mean(repeat, k)).average().orElse(Double.NaN);
    }

    /** Its standard error. */
    public double baseError(int k) {
        return fits.stream().mapToDouble(repeat -> error(repeat, k)).average().orElse(Double.NaN);
    }

    public double mean(int k) {
        return metric.shown(base(k));
    }

    public double error(int k) {
        return metric.shownError(base(k), baseError(k));
    }

    /** Mean loss on the folds' own training rows, as shown. */
    public double train(int k) {
        return metric.shown(
                all().stream().mapToDouble(f -> f.train()[k]).average().orElse(Double.NaN));
    }

    public double active(int k) {
        return all().stream().mapToInt(f -> f.active()[k]).average().orElse(0);
    }

    /** Held-out loss of the model without features, as shown. */
    public double nullMean() {
        return metric.shown(
                weighted(all(), all().stream().mapToDouble(FoldFit::nullTest).toArray()));
    }

    public double nullError() {
        double[] losses = all().stream().mapToDouble(FoldFit::nullTest).toArray();
        return metric.shownError(weighted(all(), losses), error(all(), losses, plan.folds()));
    }

    /** The metric on each fold of the first repeat, as shown. */
    public List<Double> folds(int k) {
        return fits.get(0).stream().map(f -> metric.shown(f.test()[k])).toList();
    }

    /** Share of all fold fits in which the feature is not zero at λ number k. */
    public double selected(String feature, int k) {
        return all().stream()
                .mapToDouble(f -> f.kept().contains(feature, k) ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** Index that the rule chooses among the first {@code count} λ. */
    public int choose(Rule rule, int count) {
        double[] means = new double[count];
        double[] errors = new double[count];
        for (int k = 0; k < count; k++) {
            means[k] = base(k);
            errors[k] = baseError(k);
        }
        return rule.choose(means, errors);
    }

    /** Held-out row losses of all folds at λ number k, repeats one after another, with their weights. */
    public List<FoldFit> all() {
        return fits.stream().flatMap(List::stream).toList();
    }

    private static double mean(List<FoldFit> folds, int k) {
        return weighted(folds, folds.stream().mapToDouble(f -> f.test()[k]).toArray());
    }

    private static double weighted(List<FoldFit> folds, double[] losses) {
        double sum = 0;
        double weight = 0;
        for (int f = 0; f < losses.length; f++) {
            sum += folds.get(f).weight() * losses[f];
            weight += folds.get(f).weight();
        }
        return sum / weight;
    }

    private static double error(List<FoldFit> folds, int k) {
        return error(folds, folds.stream().mapToDouble(f -> f.test()[k]).toArray(), folds.size());
    }

    private static double error(List<FoldFit> folds, double[] losses, int count) {
        double mean = weighted(folds, losses);
        double sum = 0;
        double weight = 0;
        for (int f = 0; f < losses.length; f++) {
            sum += folds.get(f).weight() * (losses[f] - mean) * (losses[f] - mean);
            weight += folds.get(f).weight();
        }
        return Math.sqrt(sum / weight / Math.max(1, count - 1));
    }
}

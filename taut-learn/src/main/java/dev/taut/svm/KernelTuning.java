package dev.taut.svm;

import dev.taut.data.Dataset;
import dev.taut.fold.Folds;
import dev.taut.fold.Split;
import dev.taut.metric.Metric;
import dev.taut.metric.Metrics;
import dev.taut.metric.Scored;
import dev.taut.recipe.Targets;
import dev.taut.tuning.Parallel;
import dev.taut.tuning.Progress;
import dev.taut.tuning.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Cross-validation over kernel machines: every candidate on the same folds, recipe and standardization estimated inside each.
 *
 * @param metric what was measured: the task's tuning metric, log-loss for classes; hinge-loss for decision values
 * @param points in the order of the candidates
 */
public record KernelTuning(String metric, List<Point> points) {
    /**
     * A candidate.
     *
     * @param mean of the metric over all folds and repeats
     * @param se   its standard error over folds
     */
    public record Point(KernelSvm spec, double mean, double se) {
        public double c() {
            return spec.c();
        }

        public double gamma() {
            return spec.kernel().gamma();
        }
    }

    public KernelTuning {
        points = List.copyOf(points);
    }

    /** Every C with every γ; a linear kernel has no γ, and one value serves. */
    public static KernelTuning of(KernelSvm spec, Dataset data, Folds folds, double[] cs, double[] gammas) {
        List<KernelSvm> candidates = new ArrayList<>();
        for (double c : cs) {
            for (double gamma : gammas) {
                candidates.add(spec.c(c).kernel(spec.kernel().gamma(gamma)));
            }
        }
        Dataset roles = folds.roles(data);
        List<Split> splits = folds.splits(roles).stream().flatMap(List::stream).toList();
        return of(candidates, roles, Targets.of(data), splits, 1, Progress.SILENT);
    }

    /** All candidates on all splits, so many fits at a time; the result does not depend on how many. */
    public static KernelTuning of(
            List<KernelSvm> candidates,
            Dataset data,
            Targets targets,
            List<Split> splits,
            int threads,
            Progress progress) {
        Metric metric = metric(candidates.get(0), targets);
        AtomicInteger done = new AtomicInteger();
        int total = candidates.size() * splits.size();
        List<Callable<Double>> work = new ArrayList<>();
        for (KernelSvm candidate : candidates) {
            for (Split split : splits) {
                work.add(() -> {
                    if (progress.cancelled()) {
                        throw new Progress.Cancelled();
                    }
                    double value = value(candidate, data, targets, split, metric);
                    progress.fits(done.incrementAndGet(), total);
                    return value;
                });
            }
        }
        List<Double> values = Parallel.run(threads, work);
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < candidates.size(); k++) {
            points.add(point(candidates.get(k), values.subList(k * splits.size(), (k + 1) * splits.size())));
        }
        return new KernelTuning(metric.name(), points);
    }

    private static Metric metric(KernelSvm candidate, Targets targets) {
        boolean margins = targets.task().isClassification() && !candidate.calibrated();
        return margins ? Metrics.of(targets.task(), "hinge").get(0) : Metrics.tuning(targets.task());
    }

    private static double value(KernelSvm candidate, Dataset data, Targets targets, Split split, Metric metric) {
        KernelModel model = candidate.fit(data.rows(split.train()), targets);
        Dataset test = data.rows(split.test());
        double[] ones = new double[test.rows()];
        Arrays.fill(ones, 1);
        return metric.of(
                new Scored(targets.encode(test), model.predict(test.table()).means(), ones, model.isMargin()));
    }

    private static Point point(KernelSvm candidate, List<Double> values) {
        double mean = values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        double se = Math.sqrt(squares / Math.max(values.size() - 1, 1) / values.size());
        return new Point(candidate, mean, se);
    }

    /** The candidate with the least mean; of equals the one with the smallest C, then the smallest γ. */
    public Point best() {
        return points.stream()
                .min(Comparator.comparingDouble(Point::mean)
                        .thenComparingDouble(Point::c)
                        .thenComparingDouble(Point::gamma))
                .orElseThrow(() -> new IllegalArgumentException("an empty grid has no best point"));
    }

    /**
     * What a rule chooses: the best, or of all within one standard error of it the one with the smallest C, of those the one with the
     * smallest degree and γ: the strongest penalty on the smoothest functions.
     */
    public Point choose(Rule rule) {
        Point best = best();
        if (rule == Rule.MINIMUM) {
            return best;
        }
        return points.stream()
                .filter(point -> point.mean <= best.mean + best.se)
                .min(Comparator.comparingDouble(Point::c)
                        .thenComparingInt(point -> point.spec.kernel().degree())
                        .thenComparingDouble(Point::gamma))
                .orElse(best);
    }

    /** The specification at the best pair. */
    public KernelSvm apply(KernelSvm spec) {
        Point best = best();
        return spec.c(best.c()).kernel(best.spec.kernel());
    }
}

package dev.taut.svm;

import dev.taut.data.Dataset;
import dev.taut.fold.Folds;
import dev.taut.fold.Split;
import dev.taut.metric.Metric;
import dev.taut.metric.Metrics;
import dev.taut.metric.Scored;
import dev.taut.recipe.Targets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cross-validation over C and γ: every pair on the same folds, recipe and standardization estimated inside each.
 *
 * @param metric what was measured: the task's tuning metric, log-loss for classes
 * @param points in the order of the grid
 */
public record KernelTuning(String metric, List<Point> points) {
    /**
     * A pair of the grid.
     *
     * @param mean of the metric over all folds and repeats
     * @param se   its standard error over folds
     */
    public record Point(double c, double gamma, double mean, double se) {}

    public KernelTuning {
        points = List.copyOf(points);
    }

    /** Every C with every γ; a linear kernel has no γ, and one value serves. */
    public static KernelTuning of(KernelSvm spec, Dataset data, Folds folds, double[] cs, double[] gammas) {
        Dataset roles = folds.roles(data);
        List<Split> splits = folds.splits(roles).stream().flatMap(List::stream).toList();
        Metric metric = Metrics.tuning(data.task());
        Targets targets = Targets.of(data);
        List<Point> points = new ArrayList<>();
        for (double c : cs) {
            for (double gamma : gammas) {
                KernelSvm candidate = spec.c(c).kernel(spec.kernel().gamma(gamma));
                points.add(point(candidate, roles, targets, splits, metric));
            }
        }
        return new KernelTuning(metric.name(), points);
    }

    private static Point point(KernelSvm candidate, Dataset data, Targets targets, List<Split> splits, Metric metric) {
        double[] values = splits.stream()
                .mapToDouble(split -> {
                    KernelModel model = candidate.fit(data.rows(split.train()), targets);
                    Dataset test = data.rows(split.test());
                    return metric.of(Scored.of(
                            targets.encode(test), model.predict(test.table()).means()));
                })
                .toArray();
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double se = Math.sqrt(squares / Math.max(values.length - 1, 1) / values.length);
        return new Point(candidate.c(), candidate.kernel().gamma(), mean, se);
    }

    /** The pair with the least mean; of equals the one with the smallest C, then the smallest γ. */
    public Point best() {
        return points.stream()
                .min(Comparator.comparingDouble(Point::mean)
                        .thenComparingDouble(Point::c)
                        .thenComparingDouble(Point::gamma))
                .orElseThrow(() -> new IllegalArgumentException("an empty grid has no best point"));
    }

    /** The specification at the best pair. */
    public KernelSvm apply(KernelSvm spec) {
        Point best = best();
        return spec.c(best.c).kernel(spec.kernel().gamma(best.gamma));
    }
}

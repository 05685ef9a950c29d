package dev.taut.metric;

import dev.taut.run.Diagnosis.Band;
import dev.taut.run.Diagnosis.Quantile;
import dev.taut.run.Diagnosis.ResidualPoint;
import dev.taut.run.Diagnosis.Residuals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Residuals as a reader looks at them: against predictions, in bands, and against a normal distribution. */
final class ResidualFigures {
    private static final int POINTS = 300;
    private static final int BANDS = 10;
    private static final int QUANTILES = 41;
    private static final int LEAST = 20;
    private static final int ROWS_PER_BAND = 8;
    private static final double FAR = 3;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double[] predicted;
    private final double[] residual;
    private final double spread;
    /** Rows by prediction. */
    private final int[] order;

    private ResidualFigures(double[] predicted, double[] residual) {
        this.predicted = predicted;
        this.residual = residual;
        this.spread =
                Math.sqrt(Arrays.stream(residual).map(r -> r * r).average().orElse(0));
        this.order = IntStream.range(0, residual.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> predicted[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    /** Of rows with a positive weight; empty for fewer than 20 of them, or if nothing is left to explain. */
    static java.util.Optional<Residuals> of(Scored model, boolean counts) {
        double[] actual = model.target().numbers();
        int[] rows = IntStream.range(0, actual.length)
                .filter(i -> model.weights()[i] > 0)
                .toArray();
        double[] predicted =
                Arrays.stream(rows).mapToDouble(i -> model.mean()[i]).toArray();
        double[] residual = Arrays.stream(rows)
                .mapToDouble(i -> counts && model.mean()[i] > 0
                        ? (actual[i] - model.mean()[i]) / Math.sqrt(model.mean()[i])
                        : actual[i] - model.mean()[i])
                .toArray();
        ResidualFigures figures = new ResidualFigures(predicted, residual);
        return rows.length < LEAST || !(figures.spread > 0)
                ? java.util.Optional.empty()
                : java.util.Optional.of(figures.summary(counts ? "pearson" : "raw"));
    }

    private Residuals summary(String kind) {
        List<Band> bands = bands();
        int third = Math.max(1, order.length / 3);
        double far =
                Arrays.stream(residual).filter(r -> Math.abs(r) > FAR * spread).count();
        return new Residuals(
                kind,
                spread,
                points(),
                bands,
                quantiles(),
                (int) bands.stream()
                        .filter(b -> Math.abs(b.mean()) > 2 * b.standardError())
                        .count(),
                size(order.length - third, order.length) / size(0, third),
                far / residual.length);
    }

    private double size(int from, int to) {
        return IntStream.range(from, to)
                .mapToDouble(k -> Math.abs(residual[order[k]]))
                .average()
                .orElse(Double.NaN);
    }

    private List<ResidualPoint> points() {
        int shown = Math.min(POINTS, residual.length);
        return IntStream.range(0, shown)
                .map(i -> (int) ((long) i * residual.length / shown))
                .mapToObj(i -> new ResidualPoint(predicted[i], residual[i]))
                .toList();
    }

    /** Rows of equal prediction share a band. */
    private List<Band> bands() {
        List<Band> bands = new ArrayList<>();
        int count = Math.min(BANDS, order.length / ROWS_PER_BAND);
        int start = 0;
        for (int b = 1; b <= count; b++) {
            int end = (int) ((long) b * order.length / count);
            while (end > start && end < order.length && predicted[order[end]] == predicted[order[end - 1]]) {
                end++;
            }
            if (end > start) {
                bands.add(band(start, end));
                start = end;
            }
        }
        return bands;
    }

    private Band band(int from, int to) {
        int n = to - from;
        double mean = 0;
        double at = 0;
        double root = 0;
        for (int k = from; k < to; k++) {
            mean += residual[order[k]] / n;
            at += predicted[order[k]] / n;
            root += Math.sqrt(Math.abs(residual[order[k]]) / spread) / n;
        }
        double squares = 0;
        for (int k = from; k < to; k++) {
            squares += (residual[order[k]] - mean) * (residual[order[k]] - mean);
        }
        double error = n < 2 ? Double.POSITIVE_INFINITY : Math.sqrt(squares / (n - 1) / n);
        return new Band(at, mean, error, root, n);
    }

    /** At probabilities (k + ½)/m; the band is that of order statistics, √(p(1 − p)/n)/φ(z) each side. */
    private List<Quantile> quantiles() {
        double[] sorted = Arrays.stream(residual).sorted().toArray();
        int n = sorted.length;
        int m = Math.min(QUANTILES, n);
        List<Quantile> quantiles = new ArrayList<>();
        for (int k = 0; k < m; k++) {
            double p = (k + 0.5) / m;
            double z = NORMAL.inverseCumulativeProbability(p);
            double half = 1.96 * Math.sqrt(p * (1 - p) / n) / NORMAL.density(z);
            quantiles.add(new Quantile(z, sorted[(int) (p * n)] / spread, z - half, z + half));
        }
        return quantiles;
    }
}

package dev.taut.metric;

import dev.taut.run.Diagnosis.CountBar;
import java.util.ArrayList;
import java.util.List;

/** How often each count came, and how often the predicted means let it be expected (Kleiber and Zeileis 2016). */
final class Rootogram {
    private static final int MOST_BARS = 40;
    /** Counts as large as this are better looked at by their residuals. */
    private static final double MOST = 500;

    private Rootogram() {}

    /**
     * Of Poisson counts, or with a dispersion of negative binomial ones; none if a target is no count, or one is beyond 500.
     *
     * @param theta variance μ + μ²/θ; infinite for Poisson
     */
    static List<CountBar> of(Scored model, double theta) {
        double[] y = model.target().numbers();
        double largest = 0;
        for (double v : y) {
            if (v < 0 || v != Math.rint(v)) {
                return List.of();
            }
            largest = Math.max(largest, v);
        }
        double widest = largest;
        for (double mean : model.mean()) {
            widest = Math.max(widest, mean);
        }
        if (widest > MOST) {
            return List.of();
        }
        double[] observed = new double[(int) largest + 1];
        double[] expected = new double[(int) largest + 1];
        for (int i = 0; i < y.length; i++) {
            observed[(int) y[i]] += model.weights()[i];
            add(expected, model.mean()[i], theta, model.weights()[i]);
        }
        int width = (observed.length + MOST_BARS - 1) / MOST_BARS;
        List<CountBar> bars = new ArrayList<>();
        for (int k = 0; k < observed.length; k += width) {
            int to = Math.min(k + width, observed.length);
            bars.add(new CountBar(k, sum(observed, k, to), sum(expected, k, to)));
        }
        return bars;
    }

    private static double sum(double[] values, int from, int to) {
        return java.util.Arrays.stream(values, from, to).sum();
    }

    /** P(0) = e^−μ and P(k) = P(k − 1)·μ/k, or their like for the negative binomial; the last bar takes the rest. */
    private static void add(double[] expected, double mean, double theta, double weight) {
        boolean poisson = Double.isInfinite(theta);
        double p = poisson ? Math.exp(-mean) : Math.pow(theta / (theta + mean), theta);
        double rest = 1;
        for (int k = 0; k < expected.length - 1; k++) {
            expected[k] += weight * p;
            rest -= p;
            p *= poisson ? mean / (k + 1) : (k + theta) / (k + 1) * mean / (theta + mean);
        }
        expected[expected.length - 1] += weight * Math.max(rest, 0);
    }
}

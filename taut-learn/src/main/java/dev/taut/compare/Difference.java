package dev.taut.compare;

import dev.taut.tuning.FoldLosses;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean paired difference of two fits over J folds, d̄ ± t · s · √(1/J + n_test/n_train), with t the quantile of
 * Student's distribution with J − 1 degrees of freedom: the corrected resampled t interval of Nadeau and Bengio (2003,
 * equation 9), for repeated folds Bouckaert and Frank (2004). The second term stands for training sets that overlap;
 * more repeats never remove it. Of C intervals each leaves out 5/C %, so that all hold together with 95 % (Bonferroni).
 *
 * @param mean  over all folds, on the scale shown; positive means that the first is worse
 * @param error its corrected standard error
 * @param low   lower end of the interval
 * @param high  upper end
 */
record Difference(double mean, double error, double low, double high) {
    private static final double LEFT_OUT = 0.05;

    /** @param intervals C ≥ 1 */
    static Difference of(FoldLosses first, FoldLosses second, int intervals) {
        return of(first.shown(), second.shown(), first.overlap(), intervals);
    }

    static Difference of(double[] first, double[] second, double overlap, int intervals) {
        double[] d = new double[first.length];
        Arrays.setAll(d, f -> first[f] - second[f]);
        double mean = Arrays.stream(d).average().orElse(0);
        double variance = Arrays.stream(d).map(v -> (v - mean) * (v - mean)).sum() / Math.max(1, d.length - 1);
        double error = Math.sqrt(variance * (1.0 / d.length + overlap));
        double half = d.length < 2
                ? Double.POSITIVE_INFINITY
                : error * TDistribution.of(d.length - 1).inverseSurvivalProbability(LEFT_OUT / 2 / intervals);
        return new Difference(mean, error, mean - half, mean + half);
    }

    /** Whether the folds cannot tell the two apart: the interval contains 0. */
    boolean isWithinNoise() {
        return !(low > 0) && !(high < 0);
    }

    /** The smallest difference that these folds could tell from none. */
    double visible() {
        return high - mean;
    }

    String verdict() {
        return isWithinNoise() ? "within noise" : mean > 0 ? "worse" : "better";
    }
}

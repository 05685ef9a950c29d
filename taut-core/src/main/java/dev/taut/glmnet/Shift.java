package dev.taut.glmnet;

import java.util.Arrays;

/**
 * The constant that glmnet takes off the coefficients of a column over all classes, which changes no probability: the
 * minimiser of Σₖ alpha·|bₖ − t| + (1 − alpha)/2·(bₖ − t)², the mean for columns without a penalty.
 */
final class Shift {
    private static final int HALVINGS = 200;

    private Shift() {}

    /**
     * @param b     the column's coefficients, one per class
     * @param lower the bounds that b − t has to keep
     */
    static double of(double[] b, double alpha, boolean penalised, double lower, double upper) {
        double free = !penalised || alpha == 0 || b.length == 2
                ? Arrays.stream(b).average().orElse(0)
                : minimiser(b, alpha);
        double least = Arrays.stream(b).max().orElse(0) - upper;
        double most = Arrays.stream(b).min().orElse(0) - lower;
        return Math.max(least, Math.min(most, free));
    }

    private static double minimiser(double[] b, double alpha) {
        double[] sorted = b.clone();
        Arrays.sort(sorted);
        int n = b.length;
        double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        if (alpha == 1) {
            return median;
        }
        double mean = Arrays.stream(b).average().orElse(0);
        double low = Math.min(mean, median);
        double high = Math.max(mean, median);
        for (int k = 0; k < HALVINGS && low < high; k++) {
            double middle = low + (high - low) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (slope(sorted, alpha, mean, middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return nearest(sorted, low, high);
    }

    /** The right-hand derivative at t. */
    private static double slope(double[] b, double alpha, double mean, double t) {
        double signs = 0;
        for (double value : b) {
            signs += value > t ? -1 : 1;
        }
        return alpha * signs + (1 - alpha) * b.length * (t - mean);
    }

    /** A kink found by bisection is that coefficient itself, which becomes an exact zero. */
    private static double nearest(double[] b, double low, double high) {
        for (double value : b) {
            if (value >= low && value <= high) {
                return value;
            }
        }
        return low + (high - low) / 2;
    }
}

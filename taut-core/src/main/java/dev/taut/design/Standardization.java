package dev.taut.design;

import java.util.Arrays;

/**
 * Where each column is centred and how it is scaled: x̃ⱼ = (xⱼ − centerⱼ) / scaleⱼ.
 *
 * <p>Centers are weighted means; scales are population standard deviations (divisor n, weighted). A centred
 * column whose standard deviation is zero (or lost in rounding) gets scale +∞ and so becomes exactly zero.
 *
 * @param centers one per column
 * @param scales  one per column, > 0
 */
public record Standardization(double[] centers, double[] scales) {
    /** Relative to the largest magnitude that a column's mean has, below this a spread is rounding error. */
    private static final double CONSTANT = 1e-13;

    /**
     * Centers (if {@code center}) and scales (if {@code scale}) of the design's columns.
     *
     * @param weights weights that sum to 1
     */
    public static Standardization of(Design design, double[] weights, boolean center, boolean scale) {
        int p = design.columns();
        double[] centers = new double[p];
        double[] scales = new double[p];
        Arrays.fill(scales, 1);
        for (int j = 0; j < p; j++) {
            double mean = mean(design, j, weights);
            double sd = Math.sqrt(design.weightedSquares(j, mean, weights));
            boolean constant = !(sd > CONSTANT * Math.abs(mean));
            if (center) {
                centers[j] = mean;
            }
            if (constant) {
                scales[j] = center ? Double.POSITIVE_INFINITY : 1;
            } else if (scale) {
                scales[j] = sd;
            }
        }
        return new Standardization(centers, scales);
    }

    /** The weighted mean, corrected once for rounding (two-pass), so that large means cost no digits. */
    private static double mean(Design design, int column, double[] weights) {
        double mean = design.dot(column, weights, 0);
        return mean + design.dot(column, mean, weights, 0);
    }

    /** No centring, no scaling. */
    public static Standardization none(int columns) {
        double[] scales = new double[columns];
        Arrays.fill(scales, 1);
        return new Standardization(new double[columns], scales);
    }
}

package dev.taut.design;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        if (!center && !scale) {
            return none(design.columns());
        }
        boolean dense = design.nonZeros() == (long) design.rows() * design.columns();
        double[] means = dense ? new double[design.columns()] : means(design, weights);
        double[] deviations = dense ? new double[means.length] : design.weightedSquares(means, weights);
        for (int j = 0; j < means.length; j++) {
            if (dense) {
                // A dense column stays in cache for the second and third look at it.
                means[j] = mean(design, j, weights);
                deviations[j] = design.weightedSquares(j, means[j], weights);
            }
            deviations[j] = Math.sqrt(deviations[j]);
        }
        return of(means, deviations, center, scale);
    }

    /** The weighted means, each corrected once for rounding (two-pass), so that large means cost no digits. */
    private static double[] means(Design design, double[] weights) {
        int p = design.columns();
        int[] all = new int[p];
        Arrays.setAll(all, j -> j);
        double[] means = new double[p];
        double[] corrections = new double[p];
        design.dot(all, new double[p], p, weights, 0, means);
        design.dot(all, means, p, weights, 0, corrections);
        for (int j = 0; j < p; j++) {
            means[j] += corrections[j];
        }
        return means;
    }

    /** {@link #of(Design, double[], boolean, boolean)} for means and standard deviations that are known. */
    public static Standardization of(double[] means, double[] deviations, boolean center, boolean scale) {
        double[] scales = new double[means.length];
        Arrays.fill(scales, 1);
        for (int j = 0; j < means.length; j++) {
            boolean constant = !(deviations[j] > CONSTANT * Math.abs(means[j]));
            if (constant) {
                scales[j] = center ? Double.POSITIVE_INFINITY : 1;
            } else if (scale) {
                scales[j] = deviations[j];
            }
        }
        return new Standardization(center ? means.clone() : new double[means.length], scales);
    }

    /** The same, but columns that share a scale have the root mean square of theirs; constant ones stay constant. */
    public Standardization shared(Features features) {
        Map<String, Double> squares = IntStream.range(0, scales.length)
                .filter(j -> features.get(j).shared() && Double.isFinite(scales[j]))
                .boxed()
                .collect(Collectors.groupingBy(
                        j -> features.get(j).source(), Collectors.averagingDouble(j -> scales[j] * scales[j])));
        if (squares.isEmpty()) {
            return this;
        }
        double[] common = scales.clone();
        for (int j = 0; j < common.length; j++) {
            if (features.get(j).shared() && Double.isFinite(common[j])) {
                common[j] = Math.sqrt(squares.getOrDefault(features.get(j).source(), 1.0));
            }
        }
        return new Standardization(centers, common);
    }

    /** The weighted population standard deviation of a column about its mean. */
    public static double deviation(Design design, int column, double mean, double[] weights) {
        return Math.sqrt(design.weightedSquares(column, mean, weights));
    }

    /** The weighted mean of a column, corrected once for rounding (two-pass), so that large means cost no digits. */
    public static double mean(Design design, int column, double[] weights) {
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

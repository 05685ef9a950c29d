package dev.taut.loss;

import java.util.Arrays;

/** Case weights. */
public final class Weights {
    private Weights() {}

    /** n weights of 1/n. */
    public static double[] equal(int rows) {
        double[] weights = new double[rows];
        Arrays.fill(weights, 1.0 / rows);
        return weights;
    }

    /**
     * The weights divided by their sum.
     *
     * @throws IllegalArgumentException if their number is not {@code rows}, one is negative or not finite, or all are 0
     */
    public static double[] normalized(double[] weights, int rows) {
        if (weights.length != rows) {
            throw new IllegalArgumentException(weights.length + " weights for " + rows + " rows");
        }
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            if (!(weights[i] >= 0) || Double.isInfinite(weights[i])) {
                throw new IllegalArgumentException(
                        "weight " + weights[i] + " in row " + (i + 1) + " is not a finite number ≥ 0");
            }
            sum += weights[i];
        }
        if (rows > 0 && !(sum > 0)) {
            throw new IllegalArgumentException("all weights are zero");
        }
        double[] normalized = new double[rows];
        for (int i = 0; i < rows; i++) {
            normalized[i] = weights[i] / sum;
        }
        return normalized;
    }

    /** An intercept kept within ±30, where a class or count without a single row would send it to infinity. */
    static double bounded(double intercept) {
        return Math.max(-30, Math.min(30, intercept));
    }
}

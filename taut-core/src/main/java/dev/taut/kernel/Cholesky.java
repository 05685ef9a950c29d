package dev.taut.kernel;

import java.util.Arrays;

/**
 * The Cholesky factor A = LLᵀ of a symmetric positive semidefinite matrix, revealing rank: a row whose pivot is lost in
 * rounding is set aside ({@link #dependent}) and its unknown stays 0.
 */
public final class Cholesky {
    /** A pivot below this share of its diagonal entry is rounding error. */
    private static final double LOST = 1e-12;

    /** From this size on, so many columns at a time are taken from those behind them. */
    private static final int LARGE = 128;

    private static final int PANEL = 32;

    private final int size;
    private final double[][] factor;
    private final boolean[] dependent;

    private Cholesky(int size, double[][] factor, boolean[] dependent) {
        this.size = size;
        this.factor = factor;
        this.dependent = dependent;
    }

    /**
     * Factors the matrix given by its lower triangle; the rows are overwritten by the factor.
     *
     * @param lower row i has at least i + 1 entries
     */
    public static Cholesky factor(double[][] lower, int size) {
        boolean[] dependent = new boolean[size];
        double[] diagonal = new double[size];
        for (int i = 0; i < size; i++) {
            diagonal[i] = lower[i][i];
        }
        int width = size < LARGE ? Gram.AT_ONCE : PANEL;
        double[][] panel = new double[width][size];
        double[][] rows = lower.length == size ? lower : Arrays.copyOf(lower, size);
        for (int from = 0; from < size; from += width) {
            int to = Math.min(from + width, size);
            factorPanel(lower, from, to, size, diagonal, dependent);
            for (int i = to; i < size; i++) {
                for (int q = 0; q < width; q++) {
                    panel[q][i] = lower[i][from + q];
                }
            }
            Gram.subtractLower(panel, to, rows);
        }
        return new Cholesky(size, lower, dependent);
    }

    /** Columns from … to − 1 of L, from a matrix from which the products of earlier columns are already taken. */
    private static void factorPanel(
            double[][] lower, int from, int to, int size, double[] diagonal, boolean[] dependent) {
        for (int k = from; k < to; k++) {
            double[] row = lower[k];
            double pivot = row[k] - Vectors.dot(row, from, row, from, k - from);
            dependent[k] = !(pivot > LOST * diagonal[k]);
            row[k] = dependent[k] ? 0 : Math.sqrt(pivot);
            for (int i = k + 1; i < size; i++) {
                double[] other = lower[i];
                other[k] = dependent[k] ? 0 : (other[k] - Vectors.dot(other, from, row, from, k - from)) / row[k];
            }
        }
    }

    /** Whether row i depends on rows before it. */
    public boolean dependent(int i) {
        return dependent[i];
    }

    /** Overwrites b by a solution of Ax = b in which dependent unknowns are 0. */
    public void solve(double[] b) {
        for (int i = 0; i < size; i++) {
            b[i] = dependent[i] ? 0 : (b[i] - Vectors.dot(factor[i], 0, b, 0, i)) / factor[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            if (dependent[i]) {
                continue;
            }
            b[i] /= factor[i][i];
            double value = b[i];
            double[] row = factor[i];
            for (int j = 0; j < i; j++) {
                b[j] -= row[j] * value;
            }
        }
        for (int i = 0; i < size; i++) {
            if (dependent[i]) {
                b[i] = 0;
            }
        }
    }
}

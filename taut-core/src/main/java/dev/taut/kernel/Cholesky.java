package dev.taut.kernel;

/**
 * The Cholesky factor A = LLᵀ of a symmetric positive semidefinite matrix, revealing rank: a row whose pivot is lost in
 * rounding is set aside ({@link #dependent}) and its unknown stays 0.
 */
public final class Cholesky {
    /** A pivot below this share of its diagonal entry is rounding error. */
    private static final double LOST = 1e-12;

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
        for (int i = 0; i < size; i++) {
            double[] row = lower[i];
            double diagonal = row[i];
            for (int j = 0; j < i; j++) {
                double[] other = lower[j];
                row[j] = dependent[j] ? 0 : (row[j] - Vectors.dot(row, 0, other, 0, j)) / other[j];
            }
            double pivot = diagonal - Vectors.dot(row, 0, row, 0, i);
            dependent[i] = !(pivot > LOST * diagonal);
            row[i] = dependent[i] ? 0 : Math.sqrt(pivot);
        }
        return new Cholesky(size, lower, dependent);
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

package dev.taut.knockoff;

import dev.taut.kernel.Vectors;
import java.util.Optional;

/** The Cholesky factor A = LLᵀ of a symmetric matrix, and what follows from it; row i of L has i + 1 entries. */
record Factor(double[][] lower) {
    /** Empty unless A, given by its lower triangle, is positive definite. */
    static Optional<Factor> of(double[][] a) {
        double[][] lower = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j] - Vectors.dot(lower[i], 0, lower[j], 0, j);
                if (i > j) {
                    lower[i][j] = sum / lower[j][j];
                } else if (sum > 0) {
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Factor(lower));
    }

    /** Of a matrix that is positive semidefinite but for rounding: a pivot that is lost in it is zero, and so its column. */
    static Factor semidefinite(double[][] a) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, a[i][i]);
        }
        double[][] lower = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j] - Vectors.dot(lower[i], 0, lower[j], 0, j);
                if (i == j) {
                    lower[i][i] = sum > 1e-10 * largest ? Math.sqrt(sum) : 0;
                } else {
                    lower[i][j] = lower[j][j] == 0 ? 0 : sum / lower[j][j];
                }
            }
        }
        return new Factor(lower);
    }

    /** Overwrites b by A⁻¹b. */
    void solve(double[] b) {
        int n = lower.length;
        for (int i = 0; i < n; i++) {
            b[i] = (b[i] - Vectors.dot(lower[i], 0, b, 0, i)) / lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            b[i] /= lower[i][i];
            for (int k = 0; k < i; k++) {
                b[k] -= lower[i][k] * b[i];
            }
        }
    }

    /** A⁻¹, all of it. */
    double[][] inverse() {
        double[][] inverse = new double[lower.length][lower.length];
        for (int j = 0; j < inverse.length; j++) {
            inverse[j][j] = 1;
            solve(inverse[j]);
        }
        return inverse;
    }

    /** Overwrites z by Lz. */
    void multiply(double[] z) {
        for (int i = z.length - 1; i >= 0; i--) {
            z[i] = Vectors.dot(lower[i], 0, z, 0, i + 1);
        }
    }
}

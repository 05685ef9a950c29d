package dev.taut.kernel;

/**
 * A = LLᵀ for a symmetric positive semidefinite A of size n, with L of n rows and only as many columns as A has rank:
 * the row with the largest remaining diagonal comes first (Higham 1990, "Analysis of the Cholesky decomposition of a
 * semi-definite matrix").
 *
 * @param pivots  the rows of A in the order they were taken, one per column of L
 * @param columns the columns of L, n values each; row pivots[k] is zero beyond column k
 */
public record PivotedCholesky(int[] pivots, double[][] columns) {
    /** Remaining diagonals below this share of the largest one of A are rounding error. */
    private static final double LOST = 1e-14;

    /**
     * Factors the matrix given by its lower triangle, which is left as it is.
     *
     * @param lower row i has at least i + 1 entries
     */
    public static PivotedCholesky factor(double[][] lower) {
        int n = lower.length;
        double[] remaining = new double[n];
        for (int i = 0; i < n; i++) {
            remaining[i] = lower[i][i];
        }
        double lost = LOST * n * Vectors.maxAbs(remaining);
        double[][] rows = new double[n][n];
        int[] pivots = new int[n];
        int rank = 0;
        for (int q = largest(remaining); q >= 0 && remaining[q] > lost; q = largest(remaining)) {
            append(lower, rows, rank, q, remaining);
            pivots[rank++] = q;
        }
        return new PivotedCholesky(java.util.Arrays.copyOf(pivots, rank), transposed(rows, rank));
    }

    private static int largest(double[] remaining) {
        int largest = -1;
        double most = 0;
        for (int i = 0; i < remaining.length; i++) {
            if (remaining[i] > most) {
                most = remaining[i];
                largest = i;
            }
        }
        return largest;
    }

    private static void append(double[][] lower, double[][] rows, int k, int q, double[] remaining) {
        double pivot = Math.sqrt(remaining[q]);
        for (int i = 0; i < rows.length; i++) {
            if (remaining[i] > 0 && i != q) {
                double entry = i > q ? lower[i][q] : lower[q][i];
                double value = (entry - Vectors.dot(rows[i], 0, rows[q], 0, k)) / pivot;
                rows[i][k] = value;
                remaining[i] = Math.max(remaining[i] - value * value, 0);
            }
        }
        rows[q][k] = pivot;
        remaining[q] = 0;
    }

    private static double[][] transposed(double[][] rows, int rank) {
        double[][] columns = new double[rank][rows.length];
        for (int k = 0; k < rank; k++) {
            for (int i = 0; i < rows.length; i++) {
                columns[k][i] = rows[i][k];
            }
        }
        return columns;
    }

    /** Overwrites b, one value per column of L, by the solution x of L₁ᵀx = b, where L₁ are the pivot rows of L. */
    public void solveTransposed(double[] b) {
        for (int k = b.length - 1; k >= 0; k--) {
            double sum = b[k];
            for (int i = k + 1; i < b.length; i++) {
                sum -= columns[k][pivots[i]] * b[i];
            }
            b[k] = sum / columns[k][pivots[k]];
        }
    }
}

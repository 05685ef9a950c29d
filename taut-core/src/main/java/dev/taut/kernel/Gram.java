package dev.taut.kernel;

/**
 * A += Σ xxᵀ over vectors x of one length, four at a time and in runs of entries that stay in cache, so that A is read
 * and written a quarter as often; the inner loop has no sum across entries, which lets the JIT use vector instructions (with eight vectors it gives up).
 */
public final class Gram {
    /** Vectors that are taken together; {@link #addLower} wants a multiple of it. */
    public static final int AT_ONCE = 4;

    private static final int RUN = 256;
    /** Rows of A that stay in cache, as far as a run goes, while all vectors pass. */
    private static final int TILE = 64;

    private Gram() {}

    /**
     * lower[i][j] += Σ x[r][i] · x[r][j] for j ≤ i and i ≥ first.
     *
     * @param x     vectors of as many entries as {@code lower} has rows
     * @param count how many of them, a multiple of {@link #AT_ONCE}
     * @param first rows before it are left as they are
     * @param lower row i has at least i + 1 entries
     */
    public static void addLower(double[][] x, int count, int first, double[][] lower) {
        Kernels.LOOPS.addGram(1, x, count, first, 0, lower);
    }

    /** lower[i][j] −= Σ x[r][i] · x[r][j] over a multiple of {@link #AT_ONCE} vectors, for first ≤ j ≤ i. */
    static void subtractLower(double[][] x, int first, double[][] lower) {
        Kernels.LOOPS.addGram(-1, x, x.length, first, first, lower);
    }

    /** lower[i][j] += sign · Σ x[r][i] · x[r][j] for i in [first, last) and j in [left, right), j ≤ i. */
    static void add(double sign, double[][] x, int count, int first, int last, int left, int right, double[][] lower) {
        for (int from = left; from < right; from += RUN) {
            int to = Math.min(from + RUN, right);
            for (int top = Math.max(from, first); top < last; top += TILE) {
                int bottom = Math.min(top + TILE, last);
                for (int r = 0; r < count; r += AT_ONCE) {
                    for (int i = top; i < bottom; i++) {
                        addRow(sign, lower[i], from, Math.min(to, i + 1), x, r, i);
                    }
                }
            }
        }
    }

    private static void addRow(double sign, double[] row, int from, int to, double[][] x, int r, int i) {
        double[] x0 = x[r];
        double[] x1 = x[r + 1];
        double[] x2 = x[r + 2];
        double[] x3 = x[r + 3];
        double a0 = sign * x0[i];
        double a1 = sign * x1[i];
        double a2 = sign * x2[i];
        double a3 = sign * x3[i];
        for (int j = from; j < to; j++) {
            row[j] += (a0 * x0[j] + a1 * x1[j]) + (a2 * x2[j] + a3 * x3[j]);
        }
    }
}

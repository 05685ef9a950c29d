package dev.taut.kernel;

import java.util.Arrays;

/**
 * Products with several columns at once, over runs of rows short enough that the vector stays in cache:
 * columns are streamed once and the vector is read a quarter as often.
 */
public final class Panels {
    /** Entries of a run; sums over a column are sums of runs, wherever its entries are kept. */
    public static final int RUN = 4096;
    /** Columns that are taken together. */
    public static final int AT_ONCE = 4;
    /** Shorter columns gain nothing from sharing the vector, which stays in the nearest cache anyway. */
    private static final int FEWEST_ROWS = 600;

    private Panels() {}

    /** Columns of which one run is wanted at a time, wherever they are kept. */
    public interface Columns {
        /**
         * Makes {@code panel[slot]} an array that holds {@code length} entries of column k, the first of them entry
         * {@code first} of the column.
         *
         * @param slot 0 … {@link #AT_ONCE} − 1; the arrays of other slots stay as they are
         * @return where in the array they start: the same for all columns
         */
        int run(int k, int first, int length, double[][] panel, int slot);
    }

    /** Arrays as columns. */
    public static Columns of(double[]... columns) {
        return (k, first, length, panel, slot) -> {
            panel[slot] = columns[k];
            return first;
        };
    }

    /**
     * out[k] = Σᵢ (xₖ[i] − centers[k]) · v[from + i] for i in [0, rows) and k in [0, count).
     *
     * <p>Every column has sums of its own, so that a product does not depend on its neighbours.
     */
    public static void dot(Columns columns, double[] centers, int count, double[] v, int from, int rows, double[] out) {
        double[][] panel = new double[AT_ONCE][];
        if (rows < FEWEST_ROWS) {
            for (int k = 0; k < count; k++) {
                int at = columns.run(k, 0, rows, panel, 0);
                out[k] = Vectors.shiftedDot(panel[0], at, centers[k], v, from, rows);
            }
            return;
        }
        Arrays.fill(out, 0, count, 0);
        int length;
        for (int first = 0; first < rows; first += length) {
            length = Math.min(RUN, rows - first);
            int k = 0;
            for (; k + AT_ONCE <= count; k += AT_ONCE) {
                Kernels.LOOPS.dotFour(
                        panel, fill(columns, k, first, length, panel), centers, k, v, from + first, length, out);
            }
            for (; k < count; k++) {
                int at = columns.run(k, first, length, panel, 0);
                out[k] += Kernels.LOOPS.dotOne(panel[0], at, centers[k], v, from + first, length);
            }
        }
    }

    private static int fill(Columns columns, int k, int first, int length, double[][] panel) {
        int at = 0;
        for (int slot = 0; slot < AT_ONCE; slot++) {
            at = columns.run(k + slot, first, length, panel, slot);
        }
        return at;
    }

    /** v[from + i] += Σₖ a[k] · (xₖ[i] − centers[k]) for i in [0, rows) and k in [0, count). */
    public static void axpy(Columns columns, double[] a, double[] centers, int count, double[] v, int from, int rows) {
        double[][] panel = new double[AT_ONCE][];
        int length;
        for (int first = 0; first < rows; first += length) {
            length = Math.min(RUN, rows - first);
            int k = 0;
            for (; k + AT_ONCE <= count; k += AT_ONCE) {
                axpyFour(a, panel, fill(columns, k, first, length, panel), centers, k, v, from + first, length);
            }
            for (; k < count; k++) {
                int at = columns.run(k, first, length, panel, 0);
                Vectors.shiftedAxpy(a[k], panel[0], at, centers[k], v, from + first, length);
            }
        }
    }

    private static void axpyFour(
            double[] a, double[][] panel, int at, double[] centers, int k, double[] v, int from, int length) {
        double[] x0 = panel[0];
        double[] x1 = panel[1];
        double[] x2 = panel[2];
        double[] x3 = panel[3];
        double a0 = a[k];
        double a1 = a[k + 1];
        double a2 = a[k + 2];
        double a3 = a[k + 3];
        double c0 = centers[k];
        double c1 = centers[k + 1];
        double c2 = centers[k + 2];
        double c3 = centers[k + 3];
        for (int i = 0; i < length; i++) {
            v[from + i] += (a0 * (x0[at + i] - c0) + a1 * (x1[at + i] - c1))
                    + (a2 * (x2[at + i] - c2) + a3 * (x3[at + i] - c3));
        }
    }
}

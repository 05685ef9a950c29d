package dev.taut.kernel;

/**
 * Products with several columns at once, over runs of rows short enough that the vector stays in cache:
 * columns are streamed once and the vector is read a quarter as often.
 */
public final class Panels {
    private static final int RUN = 4096;
    /** Shorter columns gain nothing from sharing the vector, which stays in the nearest cache anyway. */
    private static final int FEWEST_ROWS = 600;

    private Panels() {}

    /**
     * out[k] = Σᵢ (columns[k][i] − centers[k]) · v[from + i] for i in [0, rows).
     *
     * <p>Every column has sums of its own, so that a product does not depend on its neighbours.
     */
    public static void dot(double[][] columns, double[] centers, double[] v, int from, int rows, double[] out) {
        if (rows < FEWEST_ROWS) {
            for (int k = 0; k < columns.length; k++) {
                out[k] = Vectors.shiftedDot(columns[k], centers[k], v, from, rows);
            }
            return;
        }
        java.util.Arrays.fill(out, 0, columns.length, 0);
        for (int first = 0; first < rows; first += RUN) {
            int end = Math.min(first + RUN, rows);
            int k = 0;
            for (; k + 3 < columns.length; k += 4) {
                dotFour(columns, centers, k, v, from, first, end, out);
            }
            for (; k < columns.length; k++) {
                out[k] += dotOne(columns[k], centers[k], v, from, first, end);
            }
        }
    }

    private static double dotOne(double[] x, double center, double[] v, int from, int first, int end) {
        double even = 0;
        double odd = 0;
        int i = first;
        for (; i + 1 < end; i += 2) {
            even += (x[i] - center) * v[from + i];
            odd += (x[i + 1] - center) * v[from + i + 1];
        }
        if (i < end) {
            even += (x[i] - center) * v[from + i];
        }
        return even + odd;
    }

    private static void dotFour(
            double[][] columns, double[] centers, int k, double[] v, int from, int first, int end, double[] out) {
        double[] x0 = columns[k];
        double[] x1 = columns[k + 1];
        double[] x2 = columns[k + 2];
        double[] x3 = columns[k + 3];
        double c0 = centers[k];
        double c1 = centers[k + 1];
        double c2 = centers[k + 2];
        double c3 = centers[k + 3];
        double even0 = 0, even1 = 0, even2 = 0, even3 = 0;
        double odd0 = 0, odd1 = 0, odd2 = 0, odd3 = 0;
        int i = first;
        for (; i + 1 < end; i += 2) {
            double a = v[from + i];
            double b = v[from + i + 1];
            even0 += (x0[i] - c0) * a;
            odd0 += (x0[i + 1] - c0) * b;
            even1 += (x1[i] - c1) * a;
            odd1 += (x1[i + 1] - c1) * b;
            even2 += (x2[i] - c2) * a;
            odd2 += (x2[i + 1] - c2) * b;
            even3 += (x3[i] - c3) * a;
            odd3 += (x3[i + 1] - c3) * b;
        }
        if (i < end) {
            double a = v[from + i];
            even0 += (x0[i] - c0) * a;
            even1 += (x1[i] - c1) * a;
            even2 += (x2[i] - c2) * a;
            even3 += (x3[i] - c3) * a;
        }
        out[k] += even0 + odd0;
        out[k + 1] += even1 + odd1;
        out[k + 2] += even2 + odd2;
        out[k + 3] += even3 + odd3;
    }

    /** v[from + i] += Σₖ a[k] · (columns[k][i] − centers[k]) for i in [0, rows). */
    public static void axpy(double[] a, double[][] columns, double[] centers, double[] v, int from, int rows) {
        for (int first = 0; first < rows; first += RUN) {
            int end = Math.min(first + RUN, rows);
            int k = 0;
            for (; k + 3 < columns.length; k += 4) {
                axpyFour(a, columns, centers, k, v, from, first, end);
            }
            for (; k < columns.length; k++) {
                double[] x = columns[k];
                for (int i = first; i < end; i++) {
                    v[from + i] += a[k] * (x[i] - centers[k]);
                }
            }
        }
    }

    private static void axpyFour(
            double[] a, double[][] columns, double[] centers, int k, double[] v, int from, int first, int end) {
        double[] x0 = columns[k];
        double[] x1 = columns[k + 1];
        double[] x2 = columns[k + 2];
        double[] x3 = columns[k + 3];
        double a0 = a[k];
        double a1 = a[k + 1];
        double a2 = a[k + 2];
        double a3 = a[k + 3];
        double c0 = centers[k];
        double c1 = centers[k + 1];
        double c2 = centers[k + 2];
        double c3 = centers[k + 3];
        for (int i = first; i < end; i++) {
            v[from + i] += (a0 * (x0[i] - c0) + a1 * (x1[i] - c1)) + (a2 * (x2[i] - c2) + a3 * (x3[i] - c3));
        }
    }
}

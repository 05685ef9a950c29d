package dev.taut.kernel;

/**
 * Sums and products of plain arrays. Every sum runs over a fixed pattern of accumulators, so that a result depends on
 * the numbers and on {@link Kernels#chosen} alone, never on threads or call order.
 */
public final class Vectors {
    private Vectors() {}

    /** Σ a[aFrom+i]·b[bFrom+i] for i in [0, length). */
    public static double dot(double[] a, int aFrom, double[] b, int bFrom, int length) {
        return Kernels.LOOPS.dot(a, aFrom, b, bFrom, length);
    }

    /** Σ aᵢbᵢ over whole arrays of equal length. */
    public static double dot(double[] a, double[] b) {
        return dot(a, 0, b, 0, a.length);
    }

    /** Σ (a[aFrom+i] − shift)·b[bFrom+i]: the product with a column centred on the fly, without cancellation. */
    public static double shiftedDot(double[] a, int aFrom, double shift, double[] b, int bFrom, int length) {
        return Kernels.LOOPS.shiftedDot(a, aFrom, shift, b, bFrom, length);
    }

    /** Σ w[wFrom+i]·(x[xFrom+i] − shift)². */
    public static double shiftedSquares(double[] x, int xFrom, double shift, double[] w, int wFrom, int length) {
        double s0 = 0;
        double s1 = 0;
        int i = 0;
        for (; i + 1 < length; i += 2) {
            double d0 = x[xFrom + i] - shift;
            double d1 = x[xFrom + i + 1] - shift;
            s0 += w[wFrom + i] * d0 * d0;
            s1 += w[wFrom + i + 1] * d1 * d1;
        }
        if (i < length) {
            double d0 = x[xFrom + i] - shift;
            s0 += w[wFrom + i] * d0 * d0;
        }
        return s0 + s1;
    }

    /** y[yFrom+i] += a·(x[i] − shift). */
    public static void shiftedAxpy(double a, double[] x, double shift, double[] y, int yFrom, int length) {
        shiftedAxpy(a, x, 0, shift, y, yFrom, length);
    }

    /** y[yFrom+i] += a·(x[xFrom+i] − shift). */
    public static void shiftedAxpy(double a, double[] x, int xFrom, double shift, double[] y, int yFrom, int length) {
        Kernels.LOOPS.shiftedAxpy(a, x, xFrom, shift, y, yFrom, length);
    }

    /** y[yFrom+i] += a. */
    public static void add(double a, double[] y, int yFrom, int length) {
        for (int i = 0; i < length; i++) {
            y[yFrom + i] += a;
        }
    }

    /** Σ v[from+i] for i in [0, length). */
    public static double sum(double[] v, int from, int length) {
        double s0 = 0;
        double s1 = 0;
        int i = 0;
        for (; i + 1 < length; i += 2) {
            s0 += v[from + i];
            s1 += v[from + i + 1];
        }
        if (i < length) {
            s0 += v[from + i];
        }
        return s0 + s1;
    }

    /** max |vᵢ|, 0 for an empty array. */
    public static double maxAbs(double[] v) {
        double max = 0;
        for (double value : v) {
            max = Math.max(max, Math.abs(value));
        }
        return max;
    }
}

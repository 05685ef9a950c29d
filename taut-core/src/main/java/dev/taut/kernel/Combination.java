package dev.taut.kernel;

/** out += Σ aᵣxᵣ over many vectors, four at a time: no sum runs across entries, so that the JIT vectorizes. */
public final class Combination {
    private static final int AT_ONCE = 4;

    private Combination() {}

    /** out[j] += Σ a[r] · x[r][j] over r in [first, last), for j in [from, to). */
    public static void add(double[] a, double[][] x, int first, int last, double[] out, int from, int to) {
        int r = first;
        for (; r + AT_ONCE <= last; r += AT_ONCE) {
            addFour(a, x, r, out, from, to);
        }
        for (; r < last; r++) {
            addOne(a[r], x[r], out, from, to);
        }
    }

    private static void addOne(double a, double[] x, double[] out, int from, int to) {
        for (int j = from; j < to; j++) {
            out[j] += a * x[j];
        }
    }

    private static void addFour(double[] a, double[][] x, int r, double[] out, int from, int to) {
        double[] x0 = x[r];
        double[] x1 = x[r + 1];
        double[] x2 = x[r + 2];
        double[] x3 = x[r + 3];
        double a0 = a[r];
        double a1 = a[r + 1];
        double a2 = a[r + 2];
        double a3 = a[r + 3];
        for (int j = from; j < to; j++) {
            out[j] += (a0 * x0[j] + a1 * x1[j]) + (a2 * x2[j] + a3 * x3[j]);
        }
    }
}

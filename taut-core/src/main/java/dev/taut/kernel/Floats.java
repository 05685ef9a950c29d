package dev.taut.kernel;

/**
 * Products and elementwise passes over {@code float[]}. A result depends on the numbers alone: not on threads, on the width of
 * the machine's vectors, or on {@link Kernels#chosen}.
 */
public final class Floats {
    private Floats() {}

    /**
     * C += A·B for A of m × k, B of k × n and C of m × n entries, C and B row by row; entry (i, p) of A lies at aFrom + i·aRow +
     * p·aStep, so that A may be transposed. Every entry of C takes its k products by fused multiply-adds, in ascending order.
     */
    public static void multiply(
            int m,
            int n,
            int k,
            float[] a,
            int aFrom,
            int aRow,
            int aStep,
            float[] b,
            int bFrom,
            float[] c,
            int cFrom) {
        Kernels.FLOAT_LOOPS.multiply(m, n, k, a, aFrom, aRow, aStep, b, bFrom, c, cFrom);
    }

    /** out = the transpose of a matrix of {@code rows} × {@code columns} entries, row by row. */
    public static void transpose(float[] a, int from, int rows, int columns, float[] out) {
        final int block = 16;
        for (int i0 = 0; i0 < rows; i0 += block) {
            int i1 = Math.min(rows, i0 + block);
            for (int j0 = 0; j0 < columns; j0 += block) {
                int j1 = Math.min(columns, j0 + block);
                for (int i = i0; i < i1; i++) {
                    for (int j = j0; j < j1; j++) {
                        out[j * rows + i] = a[from + i * columns + j];
                    }
                }
            }
        }
    }

    /** y = max(x, 0). */
    public static void rectify(float[] x, float[] y, int length) {
        Kernels.FLOAT_LOOPS.rectify(x, y, length);
    }

    /** dx = dy where y &gt; 0, else 0. */
    public static void rectifyBack(float[] y, float[] dy, float[] dx, int length) {
        Kernels.FLOAT_LOOPS.rectifyBack(y, dy, dx, length);
    }

    /** y = max(x, y). */
    public static void maximum(float[] x, int xFrom, float[] y, int yFrom, int length) {
        Kernels.FLOAT_LOOPS.maximum(x, xFrom, y, yFrom, length);
    }

    /** y += a·x, fused. */
    public static void axpy(float a, float[] x, int xFrom, float[] y, int yFrom, int length) {
        Kernels.FLOAT_LOOPS.axpy(a, x, xFrom, y, yFrom, length);
    }

    /** dx = dy where x is m, else 0, and m is not a number from there on: of several equal numbers only the first is met. */
    public static void takeMaximum(float[] x, int xFrom, float[] m, float[] dy, int dyFrom, float[] dx, int length) {
        Kernels.FLOAT_LOOPS.takeMaximum(x, xFrom, m, dy, dyFrom, dx, length);
    }

    /** y = x·scale + shift, fused, with one scale and one shift per column; x and y row by row, and they may be the same. */
    public static void scaleColumns(float[] x, int rows, int columns, float[] scale, float[] shift, float[] y) {
        Kernels.FLOAT_LOOPS.scaleColumns(x, rows, columns, scale, shift, y);
    }

    /** y += x·scale, fused, with one scale per column. */
    public static void addScaledColumns(float[] x, int rows, int columns, float[] scale, float[] y) {
        Kernels.FLOAT_LOOPS.addScaledColumns(x, rows, columns, scale, y);
    }

    /** out += Σ over rows of a·b per column, fused, in ascending order; both matrices begin at {@code from}. */
    public static void addColumnProducts(float[] a, float[] b, int from, int rows, int columns, float[] out) {
        Kernels.FLOAT_LOOPS.addColumnProducts(a, b, from, rows, columns, out);
    }

    /** The entries [from, to) of w and v by a step of gradient descent with momentum and its proximal step. */
    public static void momentumStep(float[] w, float[] v, float[] g, int from, int to, FloatStep step) {
        Kernels.FLOAT_LOOPS.momentumStep(w, v, g, from, to, step);
    }

    /**
     * The entries [from, to) of w, m and v by a step of Adam (Kingma and Ba 2015) and the proximal step in its diagonal metric
     * (Yun, Lozano and Yang 2021, "Adaptive proximal gradient methods for structured neural networks").
     */
    public static void adaptiveStep(float[] w, float[] m, float[] v, float[] g, int from, int to, FloatStep step) {
        Kernels.FLOAT_LOOPS.adaptiveStep(w, m, v, g, from, to, step);
    }
}

package dev.taut.kernel;

/**
 * The inner loops over {@code float[]} that exist twice, plain and with the Vector API. Both twins do the same roundings in
 * the same order for every entry of a result, sums by fused multiply-adds in ascending order: they agree to the bit, on
 * vectors of any width.
 */
interface FloatLoops {
    /** {@link Floats#multiply}. */
    void multiply(
            int m, int n, int k, float[] a, int aFrom, int aRow, int aStep, float[] b, int bFrom, float[] c, int cFrom);

    /** {@link Floats#rectify}. */
    void rectify(float[] x, float[] y, int length);

    /** {@link Floats#rectifyBack}. */
    void rectifyBack(float[] y, float[] dy, float[] dx, int length);

    /** {@link Floats#maximum}. */
    void maximum(float[] x, int xFrom, float[] y, int yFrom, int length);

    /** {@link Floats#axpy}. */
    void axpy(float a, float[] x, int xFrom, float[] y, int yFrom, int length);

    /** {@link Floats#takeMaximum}. */
    void takeMaximum(float[] x, int xFrom, float[] m, float[] dy, int dyFrom, float[] dx, int length);

    /** {@link Floats#scaleColumns}. */
    void scaleColumns(float[] x, int rows, int columns, float[] scale, float[] shift, float[] y);

    /** {@link Floats#addScaledColumns}. */
    void addScaledColumns(float[] x, int rows, int columns, float[] scale, float[] y);

    /** {@link Floats#addColumnProducts}. */
    void addColumnProducts(float[] a, float[] b, int from, int rows, int columns, float[] out);

    /** {@link Floats#momentumStep}. */
    void momentumStep(float[] w, float[] v, float[] g, int from, int to, FloatStep step);

    /** {@link Floats#adaptiveStep}. */
    void adaptiveStep(float[] w, float[] m, float[] v, float[] g, int from, int to, FloatStep step);
}

package dev.taut.kernel;

/**
 * The inner loops that exist twice, plain and with the Vector API. Of a sum Σ aᵢbᵢ of n products each twin errs by at most
 * n · 2⁻⁵³ · Σ|aᵢbᵢ| (to first order), so that two twins differ by at most n · 2⁻⁵² · Σ|aᵢbᵢ|; a centred entry counts as
 * |aᵢ| + |center|. The order of a twin's operations depends on lengths alone, never on threads or on what is compiled.
 */
interface Loops {
    /** What they are, in a few words. */
    String name();

    /** {@link Vectors#dot}. */
    double dot(double[] a, int aFrom, double[] b, int bFrom, int length);

    /** {@link Vectors#shiftedDot}. */
    double shiftedDot(double[] a, int aFrom, double shift, double[] b, int bFrom, int length);

    /** Σᵢ (x[at + i] − center) · v[from + i], to the bit as {@link #dotFour} finds it. */
    double dotOne(double[] x, int at, double center, double[] v, int from, int length);

    /** out[k + q] += Σᵢ (panel[q][at + i] − centers[k + q]) · v[from + i] for q in [0, 4) and i in [0, length). */
    void dotFour(double[][] panel, int at, double[] centers, int k, double[] v, int from, int length, double[] out);

    /** {@link Vectors#shiftedAxpy}. */
    void shiftedAxpy(double a, double[] x, int xFrom, double shift, double[] y, int yFrom, int length);

    /** lower[i][j] += sign · Σ x[r][i] · x[r][j] for left ≤ j ≤ i and i ≥ first; the sign is ±1, count a multiple of 4. */
    void addGram(double sign, double[][] x, int count, int first, int left, double[][] lower);

    /**
     * b[j] −= Σ_q b[first + q] · rows[first + q][j − first − q] for q in [0, 4) and j in [from, end): four rows of a
     * triangle, each kept from its diagonal on.
     */
    void subtractRows(double[][] rows, int first, double[] b, int from, int end);

    /** b[first + q] −= Σⱼ rows[first + q][j − first − q] · b[j] for the same q and j in [first + 4, end). */
    void subtractDots(double[][] rows, int first, double[] b, int end);
}

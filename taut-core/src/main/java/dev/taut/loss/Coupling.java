package dev.taut.loss;

/**
 * ∇²F(η) = diag(h) − BᵀB at one η, of a loss with one output whose rows are not independent: those at risk together, or those
 * that share a parameter which the loss eliminates.
 */
public interface Coupling {
    /** h ≥ 0; not to be changed. */
    double[] diagonal();

    /** Rows of B. */
    int rank();

    /** out = B·v. */
    void times(double[] v, double[] out);

    /** out −= Bᵀ·u. */
    void subtractTransposed(double[] u, double[] out);

    /** out = ∇²F(η)·v. */
    default void curvatureTimes(double[] v, double[] out) {
        double[] product = new double[rank()];
        times(v, product);
        double[] h = diagonal();
        for (int i = 0; i < h.length; i++) {
            out[i] = h[i] * v[i];
        }
        subtractTransposed(product, out);
    }
}

package dev.taut.penalty;

/**
 * h(b): a convex, positively homogeneous function of a few coefficients, zero only at b = 0: a norm, as a rule. Its
 * conjugate is zero where the {@linkplain #polar polar} gauge is at most 1, and +∞ elsewhere.
 */
public interface Gauge {
    double value(double[] b);

    /** out = argmin over b of ½‖b − u‖² + t·h(b), t ≥ 0; zeros and ties come out exact. {@code out} may be {@code u}. */
    void step(double[] u, double t, double[] out);

    /** The smallest s ≥ 0 with u ∈ s·∂h(0), that is sup ⟨u, b⟩ / h(b). */
    double polar(double[] u);

    /** The smooth piece of h around b. */
    Piece piece(double[] b);

    /** The largest t ≤ 1 for which b + t·d, d along the piece of b, does not leave its closure. */
    default double reach(double[] b, double[] d) {
        return 1;
    }
}

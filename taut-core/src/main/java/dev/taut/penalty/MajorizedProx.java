package dev.taut.penalty;

/**
 * A penalty that is not convex, solved through convex ones: at every β it has a convex majorizer that touches it there.
 * Minimising loss + majorizer again and again lowers loss + penalty at every turn, and rests at stationary points (local
 * linear approximation: Zou and Li 2008).
 */
public non-sealed interface MajorizedProx extends Prox {
    /** A convex q with g(b) ≤ g(β) + q(b) − q(β) for every b, and the slopes of g at b = β. */
    Prox majorizer(double[] beta);

    /** ∂²g/∂β² of a coordinate other than zero: negative where the penalty is concave. */
    double[] bends(double[] beta);

    @Override
    default boolean isConvex() {
        return false;
    }
}

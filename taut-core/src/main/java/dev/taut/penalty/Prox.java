package dev.taut.penalty;

/**
 * A penalty at one strength: what solvers touch. Coefficients of a model with several outputs lie in blocks of columns,
 * and coordinate c belongs to column c mod p.
 */
public sealed interface Prox permits SeparableProx, BlockProx, RebasedProx, MajorizedProx, CountProx, ConstrainedProx {
    /** Number of columns p. */
    int columns();

    /** g(β), over all coordinates. */
    double value(double[] beta);

    /** Whether g is convex, so that a certificate can speak of all coefficients, and not only of those nearby. */
    default boolean isConvex() {
        return true;
    }

    /** Whether the penalty has a kink that keeps coefficients at exactly zero. */
    boolean hasZeros();

    /** Every penalised coefficient held at zero, the others free within their bounds: the null model of this penalty. */
    Prox onlyFree();
}

package dev.taut.penalty;

/**
 * A penalty at one strength: what solvers touch. Coefficients of a model with several outputs lie in blocks of columns,
 * and coordinate c belongs to column c mod p.
 */
public sealed interface Prox permits SeparableProx {
    /** g(β) = Σ g over all coordinates. */
    double value(double[] beta);
}

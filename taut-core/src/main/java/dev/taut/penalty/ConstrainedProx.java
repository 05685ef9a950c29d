package dev.taut.penalty;

import java.util.stream.IntStream;

/**
 * g(β) where lower ≤ Aβ ≤ upper, which β = 0 fulfils; one output. The value is that of g alone: whether coefficients fulfil
 * the constraints is for the solver's certificate to say.
 *
 * @param inner g
 * @param rows  A, one array of p factors per constraint
 * @param lower ≤ 0, one per constraint
 * @param upper ≥ 0
 */
public record ConstrainedProx(SeparableProx inner, double[][] rows, double[] lower, double[] upper) implements Prox {
    @Override
    public int columns() {
        return inner.columns();
    }

    @Override
    public double value(double[] beta) {
        return inner.value(beta);
    }

    @Override
    public boolean hasZeros() {
        return inner.hasZeros();
    }

    /** Without free columns nothing is left that could be constrained. */
    @Override
    public Prox onlyFree() {
        SeparableProx free = inner.onlyFree();
        boolean held = IntStream.range(0, columns()).allMatch(j -> free.lower(j) == 0 && free.upper(j) == 0);
        return held ? free : new ConstrainedProx(free, rows, lower, upper);
    }
}

package dev.taut.penalty;

import dev.taut.design.Basis;

/**
 * g(β) = h(Bβ) with h separable and B invertible: penalties on differences of neighbours, or in a metric. Solvers pass to
 * θ = Bβ, whose design is X·B⁻¹.
 *
 * @param inner h
 * @param basis B
 */
public record RebasedProx(SeparableProx inner, Basis basis) implements Prox {
    @Override
    public int columns() {
        return inner.columns();
    }

    @Override
    public double value(double[] beta) {
        return inner.value(basis.forwardAll(beta));
    }

    @Override
    public boolean hasZeros() {
        return inner.hasZeros();
    }

    @Override
    public RebasedProx onlyFree() {
        return new RebasedProx(inner.onlyFree(), basis);
    }
}

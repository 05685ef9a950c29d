package dev.taut.solver;

import dev.taut.penalty.Prox;
import dev.taut.penalty.SeparableProx;

/** The choice of solver: one row per structure of the penalty, complete because {@link Prox} is sealed. */
public final class Solvers {
    private Solvers() {}

    public static Solver forProx(Prox prox) {
        if (prox instanceof SeparableProx) {
            return new ActiveSetNewton();
        }
        throw new IllegalArgumentException("no solver for " + prox);
    }
}

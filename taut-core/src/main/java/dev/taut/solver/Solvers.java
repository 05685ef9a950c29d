package dev.taut.solver;

import dev.taut.penalty.MajorizedProx;
import dev.taut.penalty.Prox;

/** The choice of solver: one row per structure of the penalty, complete because {@link Prox} is sealed. */
public final class Solvers {
    private Solvers() {}

    public static Solver forProx(Prox prox) {
        return prox instanceof MajorizedProx ? new Majorization() : new ActiveSetNewton();
    }
}

package dev.taut.solver;

import dev.taut.loss.Datafit;
import dev.taut.loss.DualDatafit;
import dev.taut.penalty.MajorizedProx;
import dev.taut.penalty.Prox;

/** The choice of solver: one row per structure of the penalty, complete because {@link Prox} is sealed. */
public final class Solvers {
    private Solvers() {}

    /**
     * The solver for a loss bound to data, and a penalty at any strength.
     *
     * @throws IllegalArgumentException if the loss has corners and the penalty is not convex: neither would have a
     *     certificate
     */
    public static Solver of(Datafit datafit, Prox prox) {
        if (!(datafit instanceof DualDatafit)) {
            return forProx(prox);
        }
        if (prox instanceof MajorizedProx) {
            throw new IllegalArgumentException(
                    "a loss with corners (hinge, quantile, svr) needs a convex penalty: lasso, ridge, enet");
        }
        return new MultiplierSolver(() -> forProx(prox));
    }

    /** The solver for a smooth loss. */
    public static Solver forProx(Prox prox) {
        return prox instanceof MajorizedProx ? new Majorization() : new ActiveSetNewton();
    }
}

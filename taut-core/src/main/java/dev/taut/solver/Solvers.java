package dev.taut.solver;

import dev.taut.design.Design;
import dev.taut.loss.Datafit;
import dev.taut.loss.DualDatafit;
import dev.taut.penalty.ConstrainedProx;
import dev.taut.penalty.CountProx;
import dev.taut.penalty.MajorizedProx;
import dev.taut.penalty.Prox;
import dev.taut.penalty.RebasedProx;

/** The choice of solver: one row per structure of the penalty, complete because {@link Prox} is sealed. */
public final class Solvers {
    private Solvers() {}

    /**
     * The solver for a design, a loss bound to data, and a penalty at any strength.
     *
     * @throws IllegalArgumentException if the loss has corners and the penalty is not convex: neither would have a
     *     certificate
     */
    public static Solver of(Design design, Datafit datafit, Prox prox) {
        if (prox instanceof RebasedProx rebased) {
            return new RebasedSolver(design, datafit, rebased);
        }
        if (prox instanceof CountProx) {
            return new SubsetSolver(design, datafit);
        }
        if (prox instanceof ConstrainedProx) {
            return new ConstrainedSolver(design, datafit);
        }
        if (!(datafit instanceof DualDatafit corners)) {
            if (ConjugateNewton.suits(design, datafit, prox)) {
                return new ConjugateNewton();
            }
            return SparseNewton.suits(design, datafit, prox) ? new SparseNewton() : forProx(prox);
        }
        if (!prox.isConvex()) {
            throw new IllegalArgumentException(
                    "a loss with corners (hinge, quantile, svr) needs a convex penalty: lasso, ridge, enet");
        }
        Datafit near = corners.smoothed(corners.middle(), corners.width());
        return new MultiplierSolver(() -> of(design, near, prox));
    }

    /** The solver that any smooth loss has. */
    public static Solver forProx(Prox prox) {
        return prox instanceof MajorizedProx ? new Majorization() : new ActiveSetNewton();
    }
}

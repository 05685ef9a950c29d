package dev.taut.testkit;

import dev.taut.penalty.Penalty;
import dev.taut.solver.Solver;
import dev.taut.solver.Solvers;

class ActiveSetNewtonTest extends SolverContract {
    @Override
    protected Solver solver() {
        return Solvers.forProx(PenaltyPathContract.prox(Penalty.lasso(), 1, 1));
    }
}

package dev.taut.path;

import dev.taut.penalty.RelaxedPenalty;
import dev.taut.penalty.SeparableProx;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Problem;
import dev.taut.solver.Solution;
import dev.taut.solver.Solvers;
import dev.taut.solver.Start;
import dev.taut.solver.Stopping;
import java.util.Arrays;

/** The refits of a {@link RelaxedPenalty} along a path. */
final class Relaxation {
    private final double blend;
    private final Stopping stopping;

    Relaxation(RelaxedPenalty penalty, Stopping stopping) {
        this.blend = penalty.blend();
        this.stopping = stopping;
    }

    /** Whether the selected columns can be fitted without a penalty, with a proof that the fit is one. */
    record Refit(Coefficients blended, boolean converged) {}

    Refit of(Problem problem, Coefficients selected) {
        int p = selected.columns();
        boolean[] held = new boolean[p];
        Arrays.fill(held, true);
        for (int k = 0; k < selected.active(); k++) {
            held[selected.coordinate(k) % p] = false;
        }
        SeparableProx prox = SeparableProx.held(held);
        Problem unpenalised =
                new Problem(problem.design(), problem.datafit(), prox, problem.offset(), problem.intercept());
        Solution refit = Solvers.of(problem.design(), problem.datafit(), prox)
                .solve(unpenalised, Start.cold(), stopping, Observer.SILENT);
        return new Refit(
                mixed(selected, refit.coefficients()), refit.certificate().converged());
    }

    private Coefficients mixed(Coefficients lasso, Coefficients refit) {
        double[] beta = lasso.dense();
        double[] other = refit.dense();
        for (int c = 0; c < beta.length; c++) {
            beta[c] = blend * beta[c] + (1 - blend) * other[c];
        }
        double[] intercepts = lasso.intercepts();
        for (int k = 0; k < intercepts.length; k++) {
            intercepts[k] = blend * intercepts[k] + (1 - blend) * refit.intercept(k);
        }
        return Coefficients.of(lasso.columns(), intercepts, beta);
    }
}

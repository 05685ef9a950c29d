package dev.taut.path;

import dev.taut.design.Features;
import dev.taut.kernel.Vectors;
import dev.taut.loss.Datafit;
import dev.taut.penalty.Penalty;
import dev.taut.penalty.SeparableProx;
import dev.taut.solver.Certificate;
import dev.taut.solver.Certificates;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Problem;
import dev.taut.solver.Solution;
import dev.taut.solver.Solver;
import dev.taut.solver.Solvers;
import dev.taut.solver.Start;
import dev.taut.solver.Stopping;

/** Solves ridge for one λ after another in the {@link RowSpace}, and certifies each solution for the columns themselves. */
final class WideRidge {
    /** Shares of the gap asked for that the reduced problem is solved to: the way back may cost digits. */
    private static final double[] SHARES = {0.5, 1e-3};

    private final RowSpace space;
    private final Penalty penalty;
    private final Features features;
    private final Solver solver;
    private Start start = Start.cold();

    WideRidge(RowSpace space, Penalty penalty) {
        this.space = space;
        this.penalty = penalty;
        this.features = Features.numbered(space.design().columns());
        this.solver = Solvers.forProx(penalty.at(1, features));
    }

    /** What to add to the plan: the dimension there. */
    String details() {
        return "; the row space has " + space.design().columns() + " dimensions";
    }

    /**
     * The solution of a problem whose penalty is this one at λ, on the columns that the row space came from.
     */
    Solution solve(Problem problem, double lambda, Stopping stopping, Observer observer) {
        Problem reduced = new Problem(
                space.design(), problem.datafit(), penalty.at(lambda, features), problem.offset(), problem.intercept());
        for (int attempt = 0; ; attempt++) {
            Stopping closer = new Stopping(stopping.relativeGap() * SHARES[attempt], stopping.maxEpochs());
            Solution found = solver.solve(reduced, start, closer, observer);
            start = Start.from(found.coefficients());
            Coefficients back = space.back(found.coefficients());
            Certificate certificate = certificate(problem, back, found.certificate(), stopping);
            if (certificate.converged() || attempt + 1 == SHARES.length || observer.cancelled()) {
                return new Solution(back, certificate);
            }
        }
    }

    private static Certificate certificate(Problem problem, Coefficients back, Certificate found, Stopping stopping) {
        SeparableProx prox = (SeparableProx) problem.prox();
        return prox.isFree(0)
                ? unpenalised(problem, back, found, stopping)
                : Certificates.of(problem, back, found, stopping);
    }

    /**
     * Without a penalty a dual point must be orthogonal to every column, which to ask of p columns costs p² n. But
     * Xᵀr = VZᵀr: what bounds the minimum over γ bounds the minimum over β.
     */
    private static Certificate unpenalised(Problem problem, Coefficients back, Certificate found, Stopping stopping) {
        Datafit datafit = problem.datafit();
        double[] eta = NullGradient.eta(problem, back);
        double objective = datafit.value(eta);
        double gap = Math.max(objective - (found.objective() - found.gap()), 0);
        double violation = Vectors.maxAbs(NullGradient.of(problem, back));
        double[] gradient = new double[eta.length];
        datafit.gradient(eta, gradient);
        for (int k = 0; problem.intercept() && k < datafit.outputs(); k++) {
            violation = Math.max(violation, Math.abs(Vectors.sum(gradient, k * datafit.rows(), datafit.rows())));
        }
        boolean converged = gap <= stopping.relativeGap() * found.scale();
        return new Certificate(objective, gap, found.scale(), violation, found.epochs() + 1, converged);
    }
}

package dev.taut.path;

import dev.taut.design.Design;
import dev.taut.design.Standardization;
import dev.taut.design.StandardizedDesign;
import dev.taut.penalty.Penalty;
import dev.taut.penalty.SeparableProx;
import dev.taut.solver.Observer;
import dev.taut.solver.Problem;
import dev.taut.solver.Solution;
import dev.taut.solver.Solver;
import dev.taut.solver.Solvers;
import dev.taut.solver.Start;
import dev.taut.solver.Stopping;
import java.util.ArrayList;
import java.util.List;

/** Walks regularization paths, each λ warm-started from its stronger neighbour. */
public final class Paths {
    /** A model that explains this share of the deviance is at the edge of interpolation; smaller λ teach nothing. */
    private static final double SATURATED = 0.999;

    private Paths() {}

    /**
     * The path from the strongest to the weakest λ.
     *
     * <p>A grid (not given values) ends early when a loss without finite saturation, such as the logistic, explains
     * 99.9 % of the deviance; {@link LambdaPath#ended()} then says so.
     */
    public static LambdaPath walk(PathProblem problem, Lambdas lambdas, Stopping stopping, Observer observer) {
        Standardization standardization = Standardization.of(
                problem.design(), problem.datafit().weights(), problem.intercept(), problem.standardize());
        Design view = StandardizedDesign.of(problem.design(), standardization);
        Penalty penalty = problem.penalty().scaled(standardization.scales());
        Walk walk = new Walk(problem, view, penalty, stopping, observer);
        double lambdaMax = walk.lambdaMax();
        double[] values = lambdas.values(lambdaMax, view.rows(), view.columns());
        boolean mayEnd = lambdas.given().length == 0 && problem.datafit().curvatureBound() != 1;
        List<Knot> knots = new ArrayList<>();
        String ended = walk.through(values, mayEnd, knots);
        return new LambdaPath(problem.features(), standardization, lambdaMax, knots, ended, walk.solver.plan());
    }

    private static final class Walk {
        private final PathProblem problem;
        private final Design view;
        private final Penalty penalty;
        private final Stopping stopping;
        private final Observer observer;
        private final Solver solver;

        Walk(PathProblem problem, Design view, Penalty penalty, Stopping stopping, Observer observer) {
            this.problem = problem;
            this.view = view;
            this.penalty = penalty;
            this.stopping = stopping;
            this.observer = observer;
            this.solver = Solvers.forProx(penalty.at(1, problem.features()));
        }

        private Problem at(dev.taut.penalty.Prox prox) {
            return new Problem(view, problem.datafit(), prox, problem.offset(), problem.intercept());
        }

        /** λ_max at the model in which only the intercept and unpenalised columns are fitted. */
        double lambdaMax() {
            SeparableProx unit = (SeparableProx) penalty.at(1, problem.features());
            Solution none = solver.solve(at(new OnlyFree(unit)), Start.cold(), stopping, Observer.SILENT);
            return penalty.lambdaMax(NullGradient.of(at(unit), none.coefficients()), problem.features());
        }

        String through(double[] values, boolean mayEnd, List<Knot> knots) {
            Start start = Start.cold();
            for (int k = 0; k < values.length; k++) {
                Solution solution =
                        solver.solve(at(penalty.at(values[k], problem.features())), start, stopping, observer);
                if (observer.cancelled()) {
                    return "cancelled before knot " + (k + 1) + " of " + values.length;
                }
                Knot knot = knot(values[k], solution);
                knots.add(knot);
                observer.knot(
                        k, values.length, values[k], solution.coefficients().active());
                if (mayEnd && knot.devianceExplained() > SATURATED) {
                    return k + 1 == values.length
                            ? LambdaPath.COMPLETE
                            : String.format(
                                    java.util.Locale.ROOT,
                                    "ended after %d of %d knots: the model explains %.1f %% of the deviance",
                                    k + 1,
                                    values.length,
                                    100 * knot.devianceExplained());
                }
                start = Start.from(solution.coefficients());
            }
            return LambdaPath.COMPLETE;
        }

        private Knot knot(double lambda, Solution solution) {
            double[] eta = NullGradient.eta(at(penalty.at(lambda, problem.features())), solution.coefficients());
            double scale = solution.certificate().scale();
            double above = problem.datafit().value(eta) - problem.datafit().saturated();
            return new Knot(lambda, solution.coefficients(), solution.certificate(), 1 - above / scale);
        }
    }
}

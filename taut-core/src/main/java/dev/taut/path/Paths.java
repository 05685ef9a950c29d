package dev.taut.path;

import dev.taut.design.Design;
import dev.taut.design.Features;
import dev.taut.design.RebasedDesign;
import dev.taut.loss.Datafit;
import dev.taut.loss.DualDatafit;
import dev.taut.penalty.ConstrainedProx;
import dev.taut.penalty.CountProx;
import dev.taut.penalty.Penalty;
import dev.taut.penalty.Prox;
import dev.taut.penalty.RebasedProx;
import dev.taut.penalty.RelaxedPenalty;
import dev.taut.penalty.SeparableProx;
import dev.taut.solver.Certificate;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Problem;
import dev.taut.solver.Solution;
import dev.taut.solver.Solver;
import dev.taut.solver.Solvers;
import dev.taut.solver.Start;
import dev.taut.solver.Stopping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Walks regularization paths, each λ warm-started from its stronger neighbour. */
public final class Paths {
    /** A model that explains this share of the deviance is at the edge of interpolation; smaller λ teach nothing. */
    private static final double SATURATED = 0.999;
    /** A coefficient so large that its slope is that of infinity. */
    private static final double FAR = 1e100;
    /** The null model, if there is something to solve, is solved until rounding allows no better. */
    private static final Stopping NULL_MODEL = Stopping.atGap(1e-30);

    private Paths() {}

    /**
     * The path from the strongest to the weakest λ.
     *
     * <p>A grid ends early when a loss other than the squared one explains 99.9 % of the deviance, and
     * {@link LambdaPath#ended()} says so; given positive values are visited all the same.
     */
    public static LambdaPath walk(PathProblem problem, Lambdas lambdas, Stopping stopping, Observer observer) {
        return walk(Reduced.of(problem, lambdas.most()), lambdas, stopping, observer);
    }

    static LambdaPath walk(Reduced asked, Lambdas lambdas, Stopping stopping, Observer observer) {
        Reduced reduced = Pilot.resolve(asked, stopping);
        Walk walk = new Walk(reduced, stopping, observer);
        double lambdaMax = walk.lambdaMax();
        double[] values = lambdas.values(lambdaMax, walk.ratio(reduced.rows()));
        List<Knot> knots = new ArrayList<>();
        String ended = walk.through(values, lambdas, knots);
        return new LambdaPath(
                reduced.problem().features(),
                reduced.standardization(),
                walk.nullModel(),
                reduced.problem().datafit().isSymmetric(),
                lambdaMax,
                knots,
                ended,
                walk.plan());
    }

    /** The values that {@link #walk} would visit. */
    static double[] lambdas(Reduced asked, Lambdas lambdas) {
        Reduced reduced = Pilot.resolve(asked, Stopping.DEFAULT);
        Walk walk = new Walk(reduced, NULL_MODEL, Observer.SILENT);
        return lambdas.values(walk.lambdaMax(), walk.ratio(reduced.rows()));
    }

    private static final class Walk {
        private final Features features;
        private final Reduction reduction;
        private final Penalty penalty;
        private final PathMethod method;
        private final String reason;
        private final Stopping stopping;
        private final Observer observer;
        private final Solver solver;
        private final Optional<Relaxation> relaxation;
        private Optional<RidgePath> ridge = Optional.empty();
        private Optional<WideRidge> wide = Optional.empty();
        private Optional<Solution> interceptsOnly = Optional.empty();

        Walk(Reduced reduced, Stopping stopping, Observer observer) {
            this.features = reduced.problem().features();
            this.reduction = reduced.reduction();
            this.penalty = reduced.penalty();
            this.method = reduced.method();
            this.reason = reduced.reason();
            this.stopping = stopping;
            this.observer = observer;
            this.relaxation = penalty.shape() instanceof RelaxedPenalty relaxed
                    ? Optional.of(new Relaxation(relaxed, stopping))
                    : Optional.empty();
            this.solver = Solvers.of(reduction.design(), reduction.datafit(), penalty.at(1, features));
        }

        String plan() {
            String iterated = wide.map(WideRidge::details).orElse("");
            return reason + ridge.map(r -> r.details(solver.plan())).orElse(iterated);
        }

        private Solution solve(double[] values, int k, Start start) {
            return ridge.flatMap(r -> r.solve(values, k)).orElseGet(() -> iterate(values[k], start));
        }

        private Solution iterate(double lambda, Start start) {
            Problem problem = at(penalty.at(lambda, features));
            if (wide.isEmpty() && method != PathMethod.NEWTON && RowSpace.applies(penalty, reduction.design())) {
                wide = Optional.of(new WideRidge(RowSpace.of(reduction.design()), penalty));
            }
            return wide.isPresent()
                    ? wide.get().solve(problem, lambda, stopping, observer)
                    : solver.solve(problem, start.at(lambda), stopping, observer);
        }

        private Problem at(Prox prox) {
            return new Problem(
                    reduction.design(), reduction.datafit(), prox, reduction.offset(), reduction.intercept());
        }

        /**
         * λ_max at the model in which only the intercept and unpenalised columns are fitted. A penalty without zeros
         * (ridge) has none; its grid starts at 100 times the trace of the curvature matrix there, where every direction
         * is shrunk to less than a hundredth.
         */
        double lambdaMax() {
            Prox unit = penalty.at(1, features);
            Prox alone = unit instanceof ConstrainedProx constrained ? constrained.inner() : unit;
            if (alone instanceof SeparableProx separable && nonePenalised(separable)) {
                return 0;
            }
            Prox free = unit.onlyFree();
            // A gap of 1e-9 would leave λ_max with four digits; its own solver keeps that precision from the path.
            Solver exact = fitsColumns(free) || reduction.offset().length > 0
                    ? Solvers.of(reduction.design(), reduction.datafit(), free)
                    : solver;
            Solution none = exact.solve(at(free), Start.cold(), NULL_MODEL, Observer.SILENT);
            if (!unit.hasZeros()) {
                return 100 * curvatureTrace(unit, none.coefficients());
            }
            double[] gradient =
                    exact.gradient(at(unit), none).orElseGet(() -> NullGradient.of(at(unit), none.coefficients()));
            return unit instanceof CountProx
                    ? CountedLambdaMax.of(at(unit), l -> penalty.at(l, features), solver, none, gradient, stopping)
                    : penalty.lambdaMax(gradient, features);
        }

        double ratio(int rows) {
            if (!penalty.at(1, features).hasZeros()) {
                return 1e-7;
            }
            return rows < features.size() ? 1e-2 : 1e-4;
        }

        private static boolean fitsColumns(Prox free) {
            return !(free instanceof SeparableProx separable)
                    || IntStream.range(0, free.columns())
                            .anyMatch(j -> separable.lower(j) < 0 || separable.upper(j) > 0);
        }

        /** Columns cost nothing, bounded or not, or they are held at zero whatever λ is. */
        private static boolean nonePenalised(SeparableProx unit) {
            return IntStream.range(0, unit.columns())
                    .allMatch(j -> unit.slope(j, FAR, 1) == 0 && unit.slope(j, -FAR, -1) == 0
                            || unit.lower(j) == 0 && unit.upper(j) == 0);
        }

        private double curvatureTrace(Prox unit, Coefficients none) {
            double[] curvature = NullGradient.eta(at(unit), none);
            smooth(reduction.datafit()).curvature(curvature.clone(), curvature);
            Design view = unit instanceof RebasedProx rebased
                    ? RebasedDesign.of(reduction.design(), rebased.basis())
                    : reduction.design();
            double trace = 0;
            for (int k = 0; k < none.outputs(); k++) {
                double[] block = Arrays.copyOfRange(curvature, k * view.rows(), (k + 1) * view.rows());
                for (int j = 0; j < view.columns(); j++) {
                    trace += view.weightedSquares(j, 0, block);
                }
            }
            return trace;
        }

        /** A loss with corners has no curvature but that of a neighbour wide enough for every row. */
        private static Datafit smooth(Datafit datafit) {
            return datafit instanceof DualDatafit corners
                    ? corners.smoothed(corners.middle(), 16 * corners.width())
                    : datafit;
        }

        Coefficients nullModel() {
            return reduction.restore(interceptsOnly().coefficients());
        }

        /** The model with intercepts alone: a penalty under which every coefficient is held at zero. */
        private Solution interceptsOnly() {
            if (interceptsOnly.isEmpty()) {
                SeparableProx held = SeparableProx.allZero(features.size());
                interceptsOnly = Optional.of(solver.solve(at(held), Start.cold(), stopping, Observer.SILENT));
            }
            return interceptsOnly.get();
        }

        String through(double[] values, Lambdas lambdas, List<Knot> knots) {
            Problem unit = at(penalty.at(1, features));
            if (method.isRidge()) {
                ridge = Optional.of(RidgePath.of(unit, interceptsOnly().certificate(), stopping));
            }
            boolean endless = reduction.datafit().isQuadratic() || lambdas.count() == 0;
            String ended = LambdaPath.COMPLETE;
            Start start = Start.cold();
            for (int k = 0; k < values.length; k++) {
                if (!ended.equals(LambdaPath.COMPLETE) && !(values[k] > 0 && lambdas.isGiven(values[k]))) {
                    continue;
                }
                Solution solution = solve(values, k, start);
                if (observer.cancelled()) {
                    return "cancelled before knot " + (k + 1) + " of " + values.length;
                }
                Optional<Relaxation.Refit> refit = relaxation.map(r -> r.of(unit, solution.coefficients()));
                if (refit.isPresent() && !refit.get().converged()) {
                    return "ended before knot " + (k + 1) + " of " + values.length
                            + ": the selected columns have no proved fit without a penalty";
                }
                double lambda = values[k];
                Knot knot = refit.map(r -> relaxed(lambda, unit, solution, r.blended()))
                        .orElseGet(() -> knot(lambda, solution));
                knots.add(knot);
                observer.knot(
                        k, values.length, values[k], solution.coefficients().active());
                if (!endless && knot.devianceExplained() > SATURATED && k + 1 < values.length) {
                    ended = ended(knots.size(), values.length, knot);
                }
                start = Start.from(solution.coefficients());
            }
            return ended;
        }

        private static String ended(int walked, int planned, Knot knot) {
            return String.format(
                    java.util.Locale.ROOT,
                    "ended after %d of %d knots: the model explains %.2f %% of the deviance",
                    walked,
                    planned,
                    100 * knot.devianceExplained());
        }

        /** The blended coefficients, with the certificate of the penalised fit that selected their columns. */
        private Knot relaxed(double lambda, Problem unit, Solution solution, Coefficients blended) {
            double loss = reduction.datafit().value(NullGradient.eta(unit, blended));
            double above = loss - reduction.datafit().saturated();
            Certificate certificate = solution.certificate();
            return new Knot(lambda, reduction.restore(blended), certificate, 1 - above / certificate.scale());
        }

        private Knot knot(double lambda, Solution solution) {
            Certificate certificate = solution.certificate();
            Prox prox = penalty.at(lambda, features);
            double loss =
                    certificate.objective() - prox.value(solution.coefficients().dense());
            double above = loss - reduction.datafit().saturated();
            return new Knot(
                    lambda, reduction.restore(solution.coefficients()), certificate, 1 - above / certificate.scale());
        }
    }
}

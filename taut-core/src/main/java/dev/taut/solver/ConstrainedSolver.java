package dev.taut.solver;

import dev.taut.design.ConcatenatedDesign;
import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.design.StackedDesign;
import dev.taut.kernel.Vectors;
import dev.taut.loss.Datafit;
import dev.taut.penalty.ConstrainedProx;
import dev.taut.penalty.SeparableProx;
import dev.taut.solver.ConstraintRows.Multiplied;
import dev.taut.solver.ConstraintRows.Priced;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Linear constraints by the method of multipliers: each stage minimises the loss with the constraints as smooth rows below the
 * data, whose slopes at the minimum are the multipliers of the next stage (Hestenes 1969; Rockafellar 1973).
 *
 * <p>The gap in the certificate is that between the objective plus twice the largest multiplier per unit of violation, and the
 * dual of the constrained problem: it bounds both what the objective is above the minimum, and how far constraints are
 * violated.
 */
final class ConstrainedSolver implements Solver {
    private static final int MOST_STAGES = 60;
    /** Width of the first stage over the one at which constraints are as stiff as the loss. */
    private static final double STIFF = 1e-3;
    /** Width of a stage over that of the stage before, where violations do not fall by {@link #SLOW}. */
    private static final double NARROWING = 0.1;

    private static final double SLOW = 0.1;
    /** Narrowest over first width: beyond it stages are hard to solve. */
    private static final double NARROWEST = 1e-3;

    /** How far a stage is solved, as a share of the gap before it. */
    private static final double SHARE = 0.02;
    /** The relative gap of a stage beyond which is rounding: gaps are squares of what constraints are violated by. */
    private static final double EXACT = 1e-14;
    /** Violations of constraints, over the largest sum of their terms, that are rounding. */
    private static final double FEASIBLE = 1e-10;

    /** Violations that end the stages, as far as rounding lets them. */
    private static final double HELD = 1e-12;
    /** Stages without half the gap or half the violation after which rounding is the limit. */
    private static final int MAX_FRUITLESS = 3;

    private final Design design;
    private final Datafit datafit;
    private Optional<Memory> memory = Optional.empty();

    /**
     * What the last problem left behind.
     *
     * @param slopes of the rows and of the constraints at what was found
     */
    private record Memory(Coefficients found, double[] slopes) {}

    ConstrainedSolver(Design design, Datafit datafit) {
        this.design = design;
        this.datafit = datafit;
    }

    @Override
    public String plan() {
        return "method of multipliers for the constraints, each stage by proximal Newton";
    }

    @Override
    public Optional<double[]> gradient(Problem problem, Solution found) {
        if (!(problem.prox() instanceof ConstrainedProx prox)
                || memory.filter(m -> m.found == found.coefficients()).isEmpty()) {
            return Optional.empty();
        }
        Design stacked = StackedDesign.of(design, prox.rows());
        double[] gradient = new double[design.columns()];
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] = stacked.dot(j, memory.get().slopes, 0);
        }
        return Optional.of(gradient);
    }

    @Override
    public Solution solve(Problem problem, Start start, Stopping stopping, Observer observer) {
        if (!(problem.prox() instanceof ConstrainedProx prox)
                || problem.design() != design
                || problem.datafit() != datafit) {
            return Solvers.of(problem.design(), problem.datafit(), problem.prox())
                    .solve(problem, start, stopping, observer);
        }
        Stages stages = new Stages(problem, prox, stopping, observer);
        Solution best = stages.run(start);
        memory = Optional.of(new Memory(best.coefficients(), stages.slopes));
        return best;
    }

    /** The stages of one solve. */
    private final class Stages {
        private final ConstrainedProx prox;
        private final SeparableProx inner;
        private final Design stacked;
        private final double[] offset;
        private final double first;
        private final boolean intercept;
        private final double scale;
        private final Stopping stopping;
        private final Observer observer;
        private final int n;
        private double[] center;
        private double width;
        private final double narrowest;
        private Optional<Solution> best = Optional.empty();
        private double violationOfBest;
        /** Of the best solution. */
        private double[] slopes = new double[0];

        Stages(Problem problem, ConstrainedProx prox, Stopping stopping, Observer observer) {
            this.prox = prox;
            this.stopping = stopping;
            this.observer = observer;
            this.n = design.rows();
            this.intercept = problem.intercept();
            this.inner = intercept ? new WithIntercept(prox.inner()) : prox.inner();
            Design below = StackedDesign.of(design, prox.rows());
            this.stacked = intercept ? ConcatenatedDesign.of(below.rows(), List.of(below, ones(below.rows()))) : below;
            Coefficients none = Coefficients.zero(design.columns(), NullModel.intercepts(problem));
            // The model of the intercept alone is where the stacked problem has all its coefficients at zero.
            this.first = none.intercept(0);
            double[] eta = LinearPredictors.of(problem, none);
            this.offset = Arrays.copyOf(eta, stacked.rows());
            this.scale = Math.max(datafit.value(eta) - datafit.saturated(), Double.MIN_NORMAL);
            Optional<Memory> known = memory.filter(m -> m.slopes.length == stacked.rows());
            this.center = known.map(m -> Arrays.copyOfRange(m.slopes, n, stacked.rows()))
                    .orElseGet(() -> new double[prox.rows().length]);
            this.width = STIFF * stiffness(eta);
            this.narrowest = NARROWEST * width;
        }

        private Design ones(int rows) {
            double[] column = new double[rows];
            Arrays.fill(column, 0, n, 1);
            return DenseDesign.ofColumns(rows, column);
        }

        /** ‖A‖² over the curvature of loss and penalty, both per column in use. */
        private double stiffness(double[] eta) {
            double[] curvature = new double[n];
            datafit.curvature(eta, curvature);
            double squares = 0;
            double bends = 0;
            for (int j = 0; j < design.columns(); j++) {
                double square = 0;
                for (double[] row : prox.rows()) {
                    square += row[j] * row[j];
                }
                squares += square;
                bends += square > 0
                        ? design.weightedSquares(j, 0, curvature) + prox.inner().bend(j, 1)
                        : 0;
            }
            return squares > 0 && bends > 0 ? squares / bends : 1;
        }

        Solution run(Start start) {
            Coefficients from =
                    start.coefficients().map(this::inside).orElseGet(() -> Coefficients.zero(stacked.columns(), 0.0));
            double aim = SHARE;
            int epochs = 0;
            int fruitless = 0;
            double violated = Double.POSITIVE_INFINITY;
            for (int stage = 0; stage < MOST_STAGES; stage++) {
                StackedFit near = near();
                Solution found = minimise(near, from, aim, stopping.maxEpochs() - epochs);
                from = found.coefficients();
                epochs += found.certificate().epochs();
                double before = best.map(s -> s.certificate().gap()).orElse(Double.POSITIVE_INFINITY);
                double[] eta = LinearPredictors.of(stage(near), from);
                Certificate judged = judge(near, from, eta, epochs);
                double gap = judged.gap();
                double violation = violation(from, eta);
                fruitless = gap < 0.5 * before || violation < 0.5 * violated ? 0 : fruitless + 1;
                boolean spent = epochs >= stopping.maxEpochs() || observer.cancelled() || fruitless > MAX_FRUITLESS;
                if (judged.converged() && violation <= HELD || spent) {
                    break;
                }
                width = violation > SLOW * violated ? Math.max(narrowest, NARROWING * width) : width;
                violated = violation;
                aim = Math.min(aim, Math.min(SHARE * gap / scale, SHARE * SHARE * violation * violation));
                double[] r = new double[stacked.rows()];
                near.gradient(eta, r);
                center = Arrays.copyOfRange(r, n, r.length);
            }
            return best.orElseThrow();
        }

        private StackedFit near() {
            return new StackedFit(datafit, new Multiplied(prox.lower(), prox.upper(), center, width));
        }

        private Problem stage(Datafit fit) {
            return new Problem(stacked, fit, inner, offset, false);
        }

        private Solution minimise(Datafit near, Coefficients from, double aim, int epochs) {
            double relativeGap = Math.max(EXACT, Math.min(aim, 0.1 * stopping.relativeGap() / SHARE));
            return Solvers.of(stacked, near, inner)
                    .solve(stage(near), Start.from(from), new Stopping(relativeGap, Math.max(1, epochs)), observer);
        }

        /** The certificate of these coefficients for the constrained problem; the best ones are kept. */
        private Certificate judge(StackedFit near, Coefficients coefficients, double[] eta, int epochs) {
            double[] r = new double[stacked.rows()];
            near.gradient(eta, r);
            double largest = Vectors.maxAbs(Arrays.copyOfRange(r, n, r.length));
            Priced priced = new Priced(prox.lower(), prox.upper(), 2 * largest);
            Certificate c = Certificates.of(
                    stage(new Judged(new StackedFit(datafit, priced), near)),
                    coefficients,
                    new Certificate(0, 0, scale, 0, epochs - 1, false),
                    stopping);
            double violation = violation(coefficients, eta);
            double goal = stopping.relativeGap() * scale;
            Certificate judged = new Certificate(
                    c.objective() - priced.value(eta, n),
                    c.gap(),
                    scale,
                    c.violation(),
                    epochs,
                    c.gap() <= goal && violation <= FEASIBLE);
            boolean better = best.isEmpty()
                    || (Math.max(c.gap(), best.get().certificate().gap()) <= goal
                            ? violation < violationOfBest
                            : c.gap() < best.get().certificate().gap());
            if (better) {
                best = Optional.of(new Solution(outside(coefficients), judged));
                slopes = r;
                violationOfBest = violation;
            }
            return judged;
        }

        /** The largest violation of a constraint, over the largest sum of terms of one. */
        private double violation(Coefficients coefficients, double[] eta) {
            Priced rows = new Priced(prox.lower(), prox.upper(), 1);
            double worst = 0;
            double size = Double.MIN_NORMAL;
            for (int k = 0; k < rows.count(); k++) {
                double terms = 0;
                for (int j = 0; j < design.columns(); j++) {
                    terms += Math.abs(prox.rows()[k][j] * coefficients.get(j, 0));
                }
                size = Math.max(size, terms);
                worst = Math.max(worst, rows.distance(k, eta[n + k]));
            }
            return worst / size;
        }

        /** Coefficients of the stacked problem. */
        private Coefficients inside(Coefficients beta) {
            double[] all = Arrays.copyOf(beta.dense(), stacked.columns());
            if (intercept) {
                all[all.length - 1] = beta.intercept(0) - first;
            }
            return Coefficients.of(all.length, new double[1], all);
        }

        private Coefficients outside(Coefficients all) {
            double[] beta = Arrays.copyOf(all.dense(), design.columns());
            double shift = intercept ? all.get(design.columns(), 0) : 0;
            return Coefficients.of(beta.length, new double[] {first + shift}, beta);
        }
    }
}

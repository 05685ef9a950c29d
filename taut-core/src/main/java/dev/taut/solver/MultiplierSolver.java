package dev.taut.solver;

import dev.taut.design.Design;
import dev.taut.kernel.Vectors;
import dev.taut.loss.Datafit;
import dev.taut.loss.DualDatafit;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Losses with corners, by the method of multipliers: each stage minimises a smooth neighbour of the loss, whose slopes at
 * its minimum become the center of the next, narrower one. That is the proximal point method on the dual problem
 * (Rockafellar 1976), which for piecewise linear losses needs few stages and no vanishing width (Li, Sun and Toh 2018).
 *
 * <p>Slopes of a neighbour are feasible for the dual of the loss itself; the gap in the certificate is that of the loss as
 * it is, never of a neighbour.
 */
final class MultiplierSolver implements Solver {
    private static final int MOST_STAGES = 60;
    /** Width of a stage over that of the stage before. */
    private static final double NARROWING = 0.2;
    /** Narrowest over natural width: stages end anyway, and beyond it they are hard to solve. */
    private static final double NARROWEST = 1e-3;
    /** Share of the weights inside their corners, without which a solve starts anew, and with which it starts. */
    private static final double FEWEST_INSIDE = 1e-3;

    private static final double ENOUGH_INSIDE = 0.5;
    /** Curvature of rows outside their corners over that of rows inside. */
    private static final double FLOOR = 1e-7;
    /** How far a stage is solved, as a share of the gap before it. */
    private static final double SHARE = 0.02;
    /** Gap over the gap of the stage before, above which stages become narrower still, to this share. */
    private static final double SLOW = 0.3;

    private static final double NARROWER = 1e-4;
    /** Relative gap down to which dual descent goes where it suits, and its passes over the rows at most. */
    private static final double DESCENT = 1e-8;

    private static final int MOST_DESCENT = 2000;
    /** The relative gap of a stage beyond which is rounding. */
    private static final double EXACT = 1e-14;
    /** Stages without half the gap after which rounding is the limit. */
    private static final int MAX_FRUITLESS = 5;

    private final Supplier<Solver> smooth;
    private Optional<Memory> memory = Optional.empty();

    /** @param smooth the solver of a stage */
    MultiplierSolver(Supplier<Solver> smooth) {
        this.smooth = smooth;
    }

    /**
     * What the last problem on the same rows left behind.
     *
     * @param slopes r of the certificate of what was found
     */
    private record Memory(DualDatafit datafit, double[] center, double width, Coefficients found, double[] slopes) {}

    @Override
    public String plan() {
        return "method of multipliers: smooth neighbours of the loss, each solved to the accuracy its slopes need; ridge on a"
                + " sparse design starts by coordinate descent on the dual problem";
    }

    @Override
    public Optional<double[]> gradient(Problem problem, Solution found) {
        boolean known = memory.isPresent()
                && memory.get().datafit == problem.datafit()
                && memory.get().found == found.coefficients();
        return known ? Optional.of(products(problem.design(), memory.get().slopes)) : Optional.empty();
    }

    /** Xᵀr. */
    private static double[] products(Design design, double[] r) {
        double[] products = new double[design.columns()];
        for (int j = 0; j < products.length; j++) {
            products[j] = design.dot(j, r, 0);
        }
        return products;
    }

    @Override
    public Solution solve(Problem problem, Start start, Stopping stopping, Observer observer) {
        DualDatafit datafit = (DualDatafit) problem.datafit();
        Optional<Memory> known = memory.filter(m -> m.datafit == datafit);
        double natural = datafit.width();
        Stages stages = new Stages(
                problem,
                stopping,
                known.map(Memory::center).orElseGet(datafit::middle),
                known.isPresent() && start.coefficients().isPresent() ? known.get().width : natural);
        Solution best = stages.run(start, observer, NARROWEST * natural, known.isPresent());
        double wider = Math.min(natural, stages.width / (NARROWING * NARROWING));
        double[] center = Stages.perWeight(stages.slopes, datafit.weights(), stages.center);
        memory = Optional.of(new Memory(datafit, center, wider, best.coefficients(), stages.slopes));
        return best;
    }

    /** The stages of one solve. */
    private final class Stages {
        private final Problem problem;
        private final DualDatafit datafit;
        private final Stopping stopping;
        private final double scale;
        private double[] center;
        private double width;
        private int epochs;
        private Optional<Solution> best = Optional.empty();
        /** r of the best certificate. */
        private double[] slopes = new double[0];

        Stages(Problem problem, Stopping stopping, double[] center, double width) {
            this.problem = problem;
            this.datafit = (DualDatafit) problem.datafit();
            this.stopping = stopping;
            this.scale = scale(problem);
            this.center = center;
            this.width = width;
        }

        /** Slopes and coefficients by dual descent: a few digits of them, or all that are asked for. */
        private Coefficients descend(Observer observer, double narrowest) {
            double enough = Math.max(0.5 * goal(), DESCENT * scale);
            DualDescent.Found found = new DualDescent(problem, center)
                    .run(enough, Math.min(MOST_DESCENT, stopping.maxEpochs()), observer);
            center = found.slopes();
            epochs = found.epochs();
            // So wide that the slopes at the coefficients are those of the descent.
            judge(datafit.smoothed(center, width / narrowest), found.coefficients(), epochs);
            width = narrowest;
            return found.coefficients();
        }

        /** @param proved whether the center may prove the start to be a solution already, as at λ max */
        Solution run(Start start, Observer observer, double narrowest, boolean proved) {
            boolean descend = DualDescent.suits(problem);
            Coefficients from = descend ? descend(observer, narrowest) : start(start);
            if (proved && !descend) {
                judge(datafit.smoothed(center, width), from, 0);
            }
            if (best.isPresent() && best.get().certificate().gap() <= goal()) {
                return best.get();
            }
            double aim = SHARE;
            int fruitless = 0;
            if (!descend) {
                openUp(from);
            }
            for (int stage = 0; stage < MOST_STAGES; stage++) {
                Datafit near = datafit.smoothed(center, width);
                Solution found = minimise(near, from, aim, stopping.maxEpochs() - epochs, observer);
                from = found.coefficients();
                epochs += found.certificate().epochs();
                double before = best.map(s -> s.certificate().gap()).orElse(Double.POSITIVE_INFINITY);
                double gap = judge(near, from, epochs);
                fruitless = gap < 0.5 * before ? 0 : fruitless + 1;
                boolean spent = epochs >= stopping.maxEpochs() || observer.cancelled() || fruitless > MAX_FRUITLESS;
                if (gap <= goal() || spent) {
                    break;
                }
                aim = Math.min(aim, SHARE * gap / scale);
                center = perWeight(slopesAt(near, from), datafit.weights(), center);
                double least = gap > SLOW * before ? NARROWER * narrowest : narrowest;
                width = Math.max(least, NARROWING * width);
            }
            return best.orElseThrow();
        }

        private Coefficients start(Start start) {
            return start.coefficients()
                    .orElseGet(() -> Coefficients.zero(problem.design().columns(), NullModel.intercepts(problem)));
        }

        private double goal() {
            return stopping.relativeGap() * scale;
        }

        private Solution minimise(Datafit near, Coefficients from, double aim, int epochs, Observer observer) {
            Problem smoothed = withDatafit(new Damped(near, FLOOR / width));
            double relativeGap = Math.max(EXACT, Math.max(aim, 0.1 * stopping.relativeGap()));
            return smooth.get()
                    .solve(smoothed, Start.from(from), new Stopping(relativeGap, Math.max(1, epochs)), observer);
        }

        /** The gap of coefficients for the loss itself, with the slopes of its neighbour; the best ones are kept. */
        private double judge(Datafit near, Coefficients coefficients, int epochs) {
            Certificate found = new Certificate(0, 0, scale, 0, epochs, false);
            Certificate judged = Certificates.of(withDatafit(new Judged(datafit, near)), coefficients, found, stopping);
            if (best.isEmpty() || judged.gap() < best.get().certificate().gap()) {
                best = Optional.of(new Solution(coefficients, judged));
                slopes = slopesAt(near, coefficients);
            }
            return judged.gap();
        }

        private double[] slopesAt(Datafit near, Coefficients coefficients) {
            double[] r = new double[datafit.rows()];
            near.gradient(LinearPredictors.of(problem, coefficients), r);
            return r;
        }

        /** rᵢ/wᵢ; rows without weight keep what they have. */
        static double[] perWeight(double[] r, double[] weights, double[] otherwise) {
            double[] slopes = new double[r.length];
            for (int i = 0; i < r.length; i++) {
                slopes[i] = weights[i] > 0 ? r[i] / weights[i] : otherwise[i];
            }
            return slopes;
        }

        /**
         * Where slopes rest on the ends of their boxes there is no curvature, and no Newton step: then the center goes back
         * to the middle, and the width is doubled until enough rows are inside their corners.
         */
        private void openUp(Coefficients from) {
            double[] eta = LinearPredictors.of(problem, from);
            if (inside(eta) >= FEWEST_INSIDE) {
                return;
            }
            center = datafit.middle();
            while (inside(eta) < ENOUGH_INSIDE && Double.isFinite(2 * width)) {
                width *= 2;
            }
        }

        /** The share of the weights whose rows are inside their corners. */
        private double inside(double[] eta) {
            double[] curvature = new double[eta.length];
            datafit.smoothed(center, width).curvature(eta, curvature);
            return width * Vectors.sum(curvature, 0, curvature.length);
        }

        private Problem withDatafit(Datafit other) {
            return new Problem(problem.design(), other, problem.prox(), problem.offset(), problem.intercept());
        }
    }

    /** The null model's objective above saturation. */
    private static double scale(Problem problem) {
        Coefficients none = Coefficients.zero(problem.design().columns(), NullModel.intercepts(problem));
        double value = problem.datafit().value(LinearPredictors.of(problem, none));
        return Math.max(value - problem.datafit().saturated(), Double.MIN_NORMAL);
    }
}

package dev.taut.solver;

import dev.taut.kernel.Vectors;
import dev.taut.penalty.Prox;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a solver knows about one design and one datafit while only the penalty changes: the current state, the model of
 * the curvature, the null model, and how exact candidates must be solved for a certificate to succeed.
 */
final class Session {
    private static final int MAX_NEWTON = 60;
    private static final double ARMIJO = 1e-4;
    private static final double ROUNDING = 1e-15;
    /** Violations per target above which a step is long enough to teach the model something but rounding. */
    private static final double LEARNING = 100;
    /** What the exponentials of a step cost, in products and doubled. */
    private static final double EXPONENTIALS = 200;
    /** How much faster the products of a model are than those of steps, which wait for memory. */
    private static final double MODEL_SPEED = 4;
    /** Steps after which η is checked against the coefficients. */
    private static final int MOST_STEPS = 50;
    /** What they may have moved η by, per unit of it. */
    private static final double DRIFT = 1e-11;

    /** Steps within rounding, in objective and violation alike, after which candidates are as exact as they get. */
    private static final int MAX_IDLE = 4;

    /** Violations over {@link #largest} that are no rounding. */
    private static final double ROUGH = 1e-9;

    private static final double FIRST_DAMPING = 1e-6;
    private static final double MORE_DAMPING = 10;
    /** Curvature over gradient squared and objective of the null model, below which a loss counts as straight. */
    private static final double LEAST_CURVATURE = 1e-3;

    private final Problem structure;
    final State state;
    final CurvatureModel model;
    final Candidates candidates;
    private final Forecast forecast;
    private final Coefficients nullModel;
    private final int blocks;
    /** The null model's objective above saturation. */
    final double scale;
    /** max |c| / norm at the null model. */
    final double largest;
    /** Violations (per unit norm) below which candidates count as solved. */
    double target;

    /** What is added to the curvature of every row, in units of the mean curvature, or of what the null model shows of it. */
    private double damping;

    private double goal;

    /** Since η was computed from the coefficients. */
    private int steps;

    /** Whether the last line search lowered the objective by more than rounding. */
    private boolean lowered;

    Session(Problem problem) {
        this.structure = problem;
        double[] norms = ColumnNorms.of(problem);
        this.state = new State(problem, norms);
        this.model = new CurvatureModel(problem.design(), problem.datafit());
        this.candidates = new Candidates(problem, state, model, norms);
        this.forecast = new Forecast(model);
        this.blocks = state.beta.length;
        this.nullModel = Coefficients.zero(problem.design().columns(), NullModel.intercepts(problem));
        state.restart(nullModel);
        double floor = 1e-20 * Math.abs(problem.datafit().value(new double[state.eta.length]));
        this.scale = Math.max(state.value - problem.datafit().saturated(), Math.max(floor, Double.MIN_NORMAL));
        double max = 0;
        double[] correlations = state.correlations.all();
        for (int c = 0; c < blocks; c++) {
            max = Math.max(max, Math.abs(correlations[c]) / candidates.norm(c));
        }
        this.largest = max;
        this.target = firstTarget();
    }

    /** A gap is about the square of a violation; where a goal asks for more digits than usual, so does the first target. */
    private double firstTarget() {
        double digits = Math.max(1e-13, Math.min(1e-7, Math.sqrt(goal / scale)));
        return digits * Math.max(largest, Math.sqrt(scale) * 1e-8);
    }

    /** What a target taught about candidates holds for the gap it was learnt for. */
    void aim(double nextGoal) {
        if (nextGoal != goal) {
            goal = nextGoal;
            target = firstTarget();
        }
    }

    boolean serves(Problem other) {
        return structure.design() == other.design()
                && structure.datafit() == other.datafit()
                && Arrays.equals(structure.offset(), other.offset())
                && structure.intercept() == other.intercept();
    }

    Coefficients nullCoefficients() {
        return nullModel;
    }

    /**
     * Whether the roundings of many steps had moved η away from β₀ + Xβ, so that what was computed from it does not hold:
     * then it is computed anew.
     */
    boolean drifted() {
        if (steps < MOST_STEPS) {
            return false;
        }
        steps = 0;
        double[] before = state.eta.clone();
        Coefficients now = state.coefficients();
        State fresh = new State(structure, candidates.norms());
        fresh.restart(now);
        double largest = Vectors.maxAbs(before);
        boolean drifted = false;
        for (int i = 0; i < before.length; i++) {
            drifted |= Math.abs(fresh.eta[i] - before[i]) > DRIFT * (1 + largest);
        }
        if (drifted) {
            state.restart(now);
        }
        return drifted;
    }

    void restart(Coefficients coefficients) {
        steps = 0;
        state.restart(coefficients);
        candidates.forget();
        forecast.forget();
    }

    /** Takes note of the solution at a λ of a path. */
    void remember(double lambda) {
        if (!structure.datafit().isQuadratic()) {
            forecast.remember(lambda, state);
        }
    }

    /** The penalty at one λ. */
    Terms terms(Prox prox) {
        return Terms.of(prox, structure, state, model, candidates);
    }

    /** Moves to where the solution at λ probably is. */
    void forecast(double lambda, Terms penalty) {
        penalty.apply(forecast, lambda);
    }

    double objective(Terms penalty) {
        penalty.admitPresent();
        return state.value + penalty.value();
    }

    /** Minimises over the candidates until none violates its condition by more than enough; answers the steps. */
    int minimiseCandidates(Terms penalty, double enough) {
        penalty.admitPresent();
        double before = Double.POSITIVE_INFINITY;
        double modelScale = 1;
        double least = Double.POSITIVE_INFINITY;
        int idle = 0;
        for (int step = 0; step < MAX_NEWTON; step++) {
            double[] c = candidateGradient();
            double violation = Vectors.maxAbs(penalty.violations(c));
            idle = lowered || violation < 0.5 * least ? 0 : idle + 1;
            least = Math.min(least, violation);
            if (violation <= enough) {
                damping = damping > FIRST_DAMPING ? damping / MORE_DAMPING : 0;
                return step;
            }
            if (idle > MAX_IDLE) {
                damp(penalty, violation);
                return step;
            }
            if (!model.isExact() && contractsTooSlowly(violation, before)) {
                renew(penalty, c);
                c = candidateGradient();
                modelScale = 1;
                before = Double.POSITIVE_INFINITY;
            } else {
                if (step == 0 || violation > 0.2 * before) {
                    modelScale = modelScale();
                }
                before = violation;
            }
            boolean moved = newtonStep(penalty, c, violation, modelScale);
            if (!moved) {
                if (model.isExact()) {
                    damp(penalty, violation);
                    return step + 1;
                }
                before = 0;
            }
        }
        damp(penalty, least);
        return MAX_NEWTON;
    }

    /**
     * Where a loss is straight along combinations of candidates, its model is flat, and no Newton step follows the slope
     * there; a little curvature in every row makes steps that do (Levenberg 1944), more of it shorter ones.
     */
    private void damp(Terms penalty, double violation) {
        if (!structure.datafit().isQuadratic() && violation > ROUGH * largest) {
            damping = Math.min(1, damping == 0 ? FIRST_DAMPING : MORE_DAMPING * damping);
            renew(penalty, candidateGradient());
        }
    }

    /**
     * Whether a new model would be cheaper than the steps this one still needs. Per row, a model of m candidates costs
     * m²/2 products, and a step 4m products and a few exponentials.
     */
    private boolean contractsTooSlowly(double violation, double before) {
        if (Double.isInfinite(before)) {
            return false;
        }
        if (violation >= 0.9 * before) {
            return true;
        }
        double steps = Math.log(target / violation) / Math.log(violation / before);
        double m = model.size();
        return steps > 2 + m * m / (MODEL_SPEED * (8 * m + EXPONENTIALS));
    }

    private void renew(Terms penalty, double[] c) {
        double[] violations = penalty.violations(c);
        int[] keep = IntStream.range(0, model.size())
                .filter(i -> model.coordinate(i) >= blocks || state.get(model.coordinate(i)) != 0 || violations[i] > 0)
                .map(model::coordinate)
                .toArray();
        double now = Vectors.sum(state.curvature, 0, state.curvature.length);
        model.refresh(state, damping * Math.max(now, LEAST_CURVATURE * largest * largest / scale));
        model.add(keep);
        penalty.admitPresent();
    }

    private double[] candidateGradient() {
        double[] c = new double[model.size()];
        state.correlations.compute(
                IntStream.range(0, c.length).map(model::coordinate).toArray());
        for (int i = 0; i < c.length; i++) {
            c[i] = state.correlations.at(model.coordinate(i));
        }
        return c;
    }

    double modelScale() {
        return model.scaleAt(state.curvature);
    }

    /** One step of proximal Newton with line search; answers whether the objective could be lowered. */
    private boolean newtonStep(Terms penalty, double[] c, double violation, double modelScale) {
        double[] b0 = new double[c.length];
        for (int i = 0; i < b0.length; i++) {
            b0[i] = state.get(model.coordinate(i));
        }
        double tolerance = Math.max(0.1 * target, 1e-4 * violation);
        double[] b = penalty.solve(b0, c, modelScale, tolerance);
        double[] direction = new double[state.eta.length];
        double[] step = new double[b.length];
        double decrease = penalty.change(b0, b, 1);
        for (int i = 0; i < b.length; i++) {
            step[i] = b[i] - b0[i];
            decrease += c[i] * step[i];
        }
        model.axpy(step, direction);
        boolean moved = lineSearch(penalty, b0, b, direction, decrease);
        if (moved && violation > LEARNING * target && !structure.datafit().isQuadratic()) {
            learn(b0, c, modelScale);
        }
        return moved;
    }

    /** What the step showed of the curvature: how the gradient changed along it. */
    private void learn(double[] b0, double[] c0, double modelScale) {
        double[] c = candidateGradient();
        double[] step = new double[c.length];
        double[] change = new double[c.length];
        for (int i = 0; i < c.length; i++) {
            step[i] = state.get(model.coordinate(i)) - b0[i];
            change[i] = (c[i] - c0[i]) / modelScale;
        }
        model.learn(step, change);
    }

    /** Armijo on the true objective; near the optimum, where it drowns in rounding, the full step is taken. */
    private boolean lineSearch(Terms penalty, double[] b0, double[] b, double[] direction, double decrease) {
        double noise = 16 * ROUNDING * (Math.abs(state.value) + Math.abs(objective(penalty)));
        for (double t = 1; t > 1e-12; t /= 2) {
            double next = state.attempt(direction, t);
            double change = next - state.value + penalty.change(b0, b, t);
            if (change <= ARMIJO * t * decrease + noise) {
                for (int i = 0; i < b.length; i++) {
                    state.set(model.coordinate(i), t == 1 ? b[i] : b0[i] + t * (b[i] - b0[i]));
                }
                state.accept(next);
                lowered = change < -noise;
                steps++;
                model.age();
                return true;
            }
        }
        return false;
    }
}

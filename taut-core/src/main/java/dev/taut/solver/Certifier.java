package dev.taut.solver;

import dev.taut.kernel.Cholesky;
import dev.taut.kernel.Vectors;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Computes duality gaps. For any r with Σr = 0 (per output, if there is an intercept),
 * F(β₀ + Xβ + o) + g(β) ≥ ⟨r, o⟩ − F*(r) − g*(−Xᵀr) for all β (Fenchel): the right side is a lower bound of the minimum.
 *
 * <p>r starts as ∇F(η). Coordinates on which g* is finite only at zero (intercepts, free columns) are made exactly
 * orthogonal by Newton corrections r ← r − ∇²F·X_f·δ, which respect the domain of F* where a plain projection would
 * not; the others are brought into the domain of g* by shrinking r (El Ghaoui, Viallon and Rabbani 2012).
 */
final class Certifier {
    private static final int CORRECTIONS = 4;
    private static final double EXACT = 1e-15;
    private static final double NEARLY = 1e-11;

    private final Problem problem;
    private final Dual penalty;
    private final CurvatureModel model;

    Certifier(Problem problem, Dual penalty, CurvatureModel model) {
        this.problem = problem;
        this.penalty = penalty;
        this.model = model;
    }

    /**
     * The gap at a state whose gradient and correlations are up to date; +∞ if no dual feasible point was reached.
     * A model close to interpolation, whose gradient is all rounding, is bounded by the least value of loss and penalty.
     *
     * @param primal     F(η) + g(β)
     * @param modelScale curvature at η over curvature at the model's reference
     * @param inspected  coordinates whose correlation is current; all others are zero and proved to stay so, with a
     *     conjugate of zero ({@link Limits})
     */
    double gap(State state, double primal, double modelScale, int[] inspected) {
        double balanced = balancedGap(state, primal, inspected);
        double gap = Double.isInfinite(balanced) ? gradientGap(state, primal, modelScale, inspected) : balanced;
        // The gap of the dual point r = 0, whose conjugates vanish.
        double interpolation = primal - problem.datafit().saturated();
        return Math.min(Double.isNaN(interpolation) ? Double.POSITIVE_INFINITY : Math.max(interpolation, 0), gap);
    }

    /**
     * The gap with r = ∇F(η) − δ·h, h the curvature at the model's reference and δ such that Σr = 0: what a single
     * intercept asks. Xᵀh is known, so no pass over X is needed. +∞ where more is asked, or r left the domain of F*.
     */
    private double balancedGap(State state, double primal, int[] inspected) {
        boolean one = problem.intercept() && problem.datafit().outputs() == 1;
        if (!one || !problem.datafit().hasConjugate() || equalities(inspected).length > 1) {
            return Double.POSITIVE_INFINITY;
        }
        double[] h = model.weight();
        double total = Vectors.sum(h, 0, h.length);
        double[] r = state.gradient.clone();
        double moved = 0;
        for (int correction = 0; correction < 2; correction++) {
            double delta = Vectors.sum(r, 0, r.length) / total;
            Vectors.shiftedAxpy(-delta, h, 0, r, 0, r.length);
            moved += delta;
        }
        int[] intercept = {blocks()};
        if (!orthogonal(intercept, r, NEARLY)) {
            return Double.POSITIVE_INFINITY;
        }
        // Columns that were proved inside their limits must be so for r too, by ⟨x, h⟩ ≤ ‖x‖·‖h‖.
        boolean[] seen = new boolean[blocks()];
        Arrays.stream(inspected).forEach(j -> seen[j] = true);
        int[] more = state.correlations.beyond(penalty.limits(), Math.abs(moved) * size(h), j -> seen[j]);
        int[] still =
                IntStream.concat(Arrays.stream(inspected), Arrays.stream(more)).toArray();
        double[] c = state.correlations.values().clone();
        for (int j : still) {
            c[j] -= moved * model.sum(j);
        }
        return gap(primal, state.eta, r, c, intercept, state, still);
    }

    private double gradientGap(State state, double primal, double modelScale, int[] inspected) {
        double[] r = state.gradient.clone();
        double[] point = state.eta;
        double[] c = state.correlations.values();
        int[] which = inspected;
        int[] equalities = equalities(inspected);
        if (equalities.length > 0 && !orthogonal(equalities, r, EXACT)) {
            point = makeOrthogonal(equalities, state, modelScale, r);
            if (!orthogonal(equalities, r, NEARLY)) {
                return Double.POSITIVE_INFINITY;
            }
            c = correlations(r);
            which = IntStream.range(0, c.length).toArray();
        }
        return gap(primal, point, r, c, equalities, state, which);
    }

    /** Primal minus dual at r, shrunk into the domain of g*; r is ∇F at the point, or near it. */
    private double gap(
            double primal, double[] point, double[] r, double[] c, int[] equalities, State state, int[] which) {
        double slack = slack(equalities, state, r);
        double shrink = penalty.shrink(c, which);
        double chord = problem.datafit().hasConjugate() ? 0 : chord(point, r, shrink);
        for (int i = 0; i < r.length; i++) {
            r[i] *= shrink;
        }
        double conjugate = problem.datafit().hasConjugate() ? problem.datafit().conjugate(r) : chord;
        double dual = dual(conjugate, r, c, shrink, equalities, which);
        double gap = primal - dual + slack;
        return Double.isNaN(gap) ? Double.POSITIVE_INFINITY : Math.max(gap, 0);
    }

    private int blocks() {
        return problem.design().columns() * problem.datafit().outputs();
    }

    /** What a dual point must be orthogonal to: the equalities of the penalty, and intercepts. */
    private int[] equalities(int[] inspected) {
        IntStream intercepts =
                IntStream.range(0, problem.intercept() ? problem.datafit().outputs() : 0);
        return IntStream.concat(Arrays.stream(penalty.equalities(inspected)), intercepts.map(k -> blocks() + k))
                .toArray();
    }

    private boolean orthogonal(int[] equalities, double[] r, double tolerance) {
        double size = size(r);
        for (int e : equalities) {
            if (Math.abs(model.dot(e, r)) > tolerance * size * norm(e)) {
                return false;
            }
        }
        return true;
    }

    /** √Σ rᵢ²/wᵢ: with {@link #norm}, what a product with a column is small or large against (Cauchy and Schwarz). */
    private double size(double[] r) {
        double[] weights = problem.datafit().weights();
        double size = 0;
        for (int block = 0; block < r.length; block += weights.length) {
            for (int i = 0; i < weights.length; i++) {
                double w = weights[i];
                double v = r[block + i];
                size += w > 0 ? v * v / w : 0;
            }
        }
        return Math.sqrt(size);
    }

    /** √Σ wᵢxᵢ² of a coordinate's column. */
    private double norm(int coordinate) {
        int j = coordinate % Math.max(problem.design().columns(), 1);
        double[] weights = problem.datafit().weights();
        return coordinate < blocks() ? Math.sqrt(problem.design().weightedSquares(j, 0, weights)) : 1;
    }

    /**
     * Newton corrections of r towards a product of zero with these columns. Answers where r is the gradient, if that is asked
     * for: a loss without conjugate needs r = ∇F there exactly, others are content with the linear model of ∇F.
     */
    private double[] makeOrthogonal(int[] equalities, State state, double modelScale, double[] r) {
        model.add(equalities);
        int m = equalities.length;
        double[][] matrix = new double[m][];
        for (int a = 0; a < m; a++) {
            matrix[a] = new double[a + 1];
            for (int e = 0; e <= a; e++) {
                matrix[a][e] = model.entry(model.position(equalities[a]), model.position(equalities[e]));
            }
        }
        Cholesky cholesky = Cholesky.factor(matrix, m);
        double[] direction = new double[r.length];
        double[] product = new double[r.length];
        double[] point = state.eta.clone();
        for (int correction = 0; correction < CORRECTIONS && !orthogonal(equalities, r, EXACT); correction++) {
            double[] delta = new double[m];
            for (int a = 0; a < m; a++) {
                delta[a] = model.dot(equalities[a], r) / modelScale;
            }
            cholesky.solve(delta);
            Arrays.fill(direction, 0);
            for (int a = 0; a < m; a++) {
                model.axpy(equalities[a], delta[a], direction);
            }
            if (problem.datafit().hasConjugate()) {
                problem.datafit().curvatureTimes(state.eta, direction, product);
                Vectors.shiftedAxpy(-1, product, 0, r, 0, r.length);
            } else {
                Vectors.shiftedAxpy(-1, direction, 0, point, 0, r.length);
                problem.datafit().gradient(point, r);
            }
        }
        return point;
    }

    private double[] correlations(double[] r) {
        double[] c = new double[blocks()];
        for (int i = 0; i < c.length; i++) {
            c[i] = model.dot(i, r);
        }
        return c;
    }

    /** What rounding leaves of ⟨x_f, r⟩, weighed with the coefficients: added to the gap, never hidden. */
    private double slack(int[] equalities, State state, double[] r) {
        double slack = 0;
        for (int e : equalities) {
            slack += Math.abs(model.dot(e, r) * state.get(e));
        }
        return slack;
    }

    /** F*(t·∇F(point)) is at most what convexity allows between its values at 0 and at the gradient. */
    private double chord(double[] point, double[] gradient, double t) {
        double atGradient = Vectors.dot(gradient, point) - problem.datafit().value(point);
        return t * atGradient - (1 - t) * problem.datafit().saturated();
    }

    private double dual(double conjugate, double[] r, double[] c, double shrink, int[] equalities, int[] which) {
        double dual = -conjugate;
        if (problem.offset().length > 0) {
            dual += Vectors.dot(r, problem.offset());
        }
        double rounding = EXACT * size(r);
        boolean[] exempt = new boolean[c.length];
        for (int e : equalities) {
            if (e < c.length) {
                exempt[e] = true;
            }
        }
        return dual - penalty.conjugate(c, shrink, exempt, which, i -> rounding * norm(i));
    }
}

package dev.taut.solver;

import dev.taut.design.Design;
import dev.taut.design.SparseColumns;
import dev.taut.design.SparseRows;
import dev.taut.kernel.Vectors;
import dev.taut.loss.CornerFit;
import dev.taut.penalty.SeparableProx;
import java.util.stream.IntStream;

/**
 * Losses with corners under a ridge penalty on sparse designs, by coordinate descent on the dual problem
 *
 * <p>minimise over r: Σ rᵢ(placeᵢ − offsetᵢ) + ε|rᵢ| + ½ Σⱼ (Xᵀr)ⱼ²/dⱼ with rᵢ in its box, β = −Xᵀr/d
 *
 * <p>(Hsieh, Chang, Lin, Keerthi and Sundararajan 2008), whose steps cost one row each; rows that rest at an end of their
 * box are left out until the others are done. An intercept has no penalty, so that Σr = 0: it is pulled towards where it
 * was, and that place moved after it (the proximal point method, Rockafellar 1976).
 *
 * <p>What is found is good to a few digits; {@link MultiplierSolver} proves and polishes it.
 */
final class DualDescent {
    /** Largest violation in a round, in units of the loss's width: at first, and over that of the round before. */
    private static final double ROUGH = 0.1;

    private static final double FINER = 0.3;
    private static final double EXACT = 1e-13;

    private final Problem problem;
    private final CornerFit corners;
    private final SeparableProx prox;
    /** Rows of X/√d, so that every coefficient has the same penalty. */
    private final SparseRows rows;

    private final double[] lower;
    private final double[] upper;
    private final double[] r;
    private final double[] squares;
    /** √d · β. */
    private final double[] b;

    private final double pull;
    private double intercept;

    private final int[] order;
    private int active;
    private double worstBefore = Double.POSITIVE_INFINITY;
    private long seed = 1;

    /** Whether it is right for this problem: ridge, every column penalised, entries kept as such. */
    static boolean suits(Problem problem) {
        Design design = problem.design();
        return problem.datafit() instanceof CornerFit
                && problem.prox() instanceof SeparableProx prox
                && design.sparse().isPresent()
                && (problem.intercept() || isUncentred(design.sparse().get()))
                && IntStream.range(0, prox.columns()).allMatch(j -> isRidge(prox, j));
    }

    private static boolean isUncentred(SparseColumns columns) {
        return IntStream.range(0, columns.centers().length).allMatch(j -> columns.centers()[j] == 0);
    }

    private static boolean isRidge(SeparableProx prox, int j) {
        double bend = prox.bend(j, 1);
        return bend > 0
                && prox.slope(j, 0, 1) == 0
                && prox.slope(j, 0, -1) == 0
                && prox.slope(j, 2, 1) == 2 * bend
                && prox.lower(j) == Double.NEGATIVE_INFINITY
                && prox.upper(j) == Double.POSITIVE_INFINITY;
    }

    /** @param slopes where to start: ℓ′ per row, in their boxes */
    DualDescent(Problem problem, double[] slopes) {
        this.problem = problem;
        this.corners = (CornerFit) problem.datafit();
        this.prox = (SeparableProx) problem.prox();
        int p = problem.design().columns();
        double[] roots = IntStream.range(0, p)
                .mapToDouble(j -> 1 / Math.sqrt(prox.bend(j, 1)))
                .toArray();
        this.rows = SparseRows.of(problem.design().sparse().orElseThrow(), roots);
        int n = corners.rows();
        double[] weights = corners.weights();
        this.lower = new double[n];
        this.upper = new double[n];
        this.r = new double[n];
        this.squares = new double[n];
        this.b = new double[p];
        for (int i = 0; i < n; i++) {
            lower[i] = weights[i] * corners.lower()[i];
            upper[i] = weights[i] * corners.upper()[i];
            r[i] = Math.max(lower[i], Math.min(upper[i], weights[i] * slopes[i]));
            squares[i] = rows.squares(i);
            rows.axpy(i, -r[i], b);
        }
        double mean = Vectors.dot(squares, weights);
        this.pull = problem.intercept() && mean > 0 ? mean : 0;
        for (int i = 0; i < n; i++) {
            squares[i] += pull;
        }
        this.order = IntStream.range(0, n)
                .filter(i -> squares[i] > 0 && lower[i] < upper[i])
                .toArray();
        this.active = order.length;
        center(problem.intercept() ? problem.datafit().intercepts()[0] : 0);
    }

    /**
     * @param slopes ℓ′ per row
     * @param epochs passes over the rows
     */
    record Found(Coefficients coefficients, double[] slopes, int epochs) {}

    /** Until the duality gap is about this, or so many passes over the rows are spent. */
    Found run(double gap, int mostEpochs, Observer observer) {
        double tolerance = ROUGH * corners.width();
        long spent = 0;
        long most = (long) mostEpochs * order.length;
        while (spent < most && !observer.cancelled()) {
            spent += Math.max(1, active);
            if (sweep() <= tolerance) {
                boolean all = active == order.length;
                active = order.length;
                worstBefore = Double.POSITIVE_INFINITY;
                if (all) {
                    if (gap() <= gap || tolerance < EXACT * corners.width()) {
                        break;
                    }
                    center(intercept);
                    tolerance *= FINER;
                }
            }
        }
        return found((int) (spent / Math.max(1, order.length)));
    }

    /** The intercept is pulled towards here from now on. */
    private void center(double place) {
        intercept = place - pull * Vectors.sum(r, 0, r.length);
    }

    /** One step for every row that is not left out; answers the largest violation met. */
    private double sweep() {
        shuffle();
        double worst = 0;
        int at = 0;
        while (at < active) {
            int i = order[at];
            double slope = corners.place()[i] - offset(i) - intercept - rows.dot(i, b);
            double left = slope - corners.epsilon();
            double right = slope + corners.epsilon();
            double violation = violation(r[i], lower[i], upper[i], left, right);
            if (violation == 0 && rests(r[i], lower[i], upper[i], left, right)) {
                active--;
                order[at] = order[active];
                order[active] = i;
                continue;
            }
            worst = Math.max(worst, violation);
            if (violation > 0) {
                move(i, next(i, left, right));
            }
            at++;
        }
        worstBefore = worst > 0 ? worst : Double.POSITIVE_INFINITY;
        return worst;
    }

    /** How far the derivative is from allowing no step; it jumps at 0 from left to right. */
    private static double violation(double r, double lower, double upper, double left, double right) {
        double up = r < upper ? -(r >= 0 ? right : left) : 0;
        double down = r > lower ? (r <= 0 ? left : right) : 0;
        return Math.max(0, Math.max(up, down));
    }

    /** Whether a row at an end of its box, or at 0, is so far from moving that it may be left out for a while. */
    private boolean rests(double r, double lower, double upper, double left, double right) {
        boolean up = r >= upper || (r >= 0 ? right : left) > worstBefore;
        boolean down = r <= lower || (r <= 0 ? left : right) < -worstBefore;
        return up && down;
    }

    /** The minimiser over rᵢ alone. */
    private double next(int i, double left, double right) {
        double q = squares[i];
        double upwards = r[i] - (right / q);
        double downwards = r[i] - (left / q);
        // The quadratic with the slope of the positive side, of the negative side, or the kink between them.
        double free = upwards > 0 ? upwards : Math.min(downwards, 0);
        return Math.max(lower[i], Math.min(upper[i], free));
    }

    private void move(int i, double to) {
        double step = to - r[i];
        r[i] = to;
        rows.axpy(i, -step, b);
        intercept -= pull * step;
    }

    private double offset(int i) {
        return problem.offset().length > 0 ? problem.offset()[i] : 0;
    }

    /** Primal minus dual, with what is lacking to Σr = 0 weighed with how large an intercept may be. */
    private double gap() {
        double[] eta = new double[r.length];
        double dual = -corners.conjugate(r);
        for (int i = 0; i < eta.length; i++) {
            eta[i] = offset(i) + intercept + rows.dot(i, b);
            dual += r[i] * offset(i);
        }
        double lacking = pull > 0 ? Math.abs(Vectors.sum(r, 0, r.length)) : 0;
        return corners.value(eta) + Vectors.dot(b, b) - dual + lacking * (Math.abs(intercept) + corners.width());
    }

    private Found found(int epochs) {
        double[] beta = new double[b.length];
        SparseColumns columns = problem.design().sparse().orElseThrow();
        double atCenter = intercept;
        for (int j = 0; j < b.length; j++) {
            beta[j] = b[j] / Math.sqrt(prox.bend(j, 1));
            atCenter += beta[j] * columns.centers()[j] / columns.scales()[j];
        }
        double[] weights = corners.weights();
        double[] slopes = new double[r.length];
        for (int i = 0; i < r.length; i++) {
            slopes[i] = weights[i] > 0 ? r[i] / weights[i] : 0;
        }
        double[] intercepts = {problem.intercept() ? atCenter : 0};
        return new Found(Coefficients.of(b.length, intercepts, beta), slopes, epochs);
    }

    private void shuffle() {
        for (int i = active - 1; i > 0; i--) {
            seed = seed * 0x5851F42D4C957F2DL + 0x14057B7EF767814FL;
            int k = (int) (((seed >>> 32) * (i + 1)) >>> 32);
            int row = order[i];
            order[i] = order[k];
            order[k] = row;
        }
    }
}

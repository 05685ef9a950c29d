package dev.taut.solver;

import dev.taut.penalty.SeparableProx;

/**
 * minimise over b: ½(b − b₀)ᵀ(sH)(b − b₀) + cᵀ(b − b₀) + g(b) on the coordinates of a {@link CurvatureModel}.
 *
 * <p>Coordinate descent finds the support; a direct solve on the support, cut at the first coefficient that would cross
 * zero or a bound, then makes the solution exact to rounding. Both keep the residual correlations
 * r = −c − sH(b − b₀), whose membership in ∂g(b) is the optimality condition.
 */
final class QuadraticCore {
    private static final int MAX_ROUNDS = 200;
    private static final int SWEEPS_BEFORE_DIRECT = 10;
    private static final int LARGEST_DIRECT = 4000;

    private final CurvatureModel model;
    private final SeparableProx prox;
    private final int blocks;
    private final double scale;
    private final double[] b0;
    private final double[] b;
    private final double[] c;
    private final double[] norms;
    private final double[] r;

    /**
     * @param b0 current coefficients at the model's positions
     * @param c  gradient of the datafit there
     * @param norms what violations are divided by
     */
    QuadraticCore(
            CurvatureModel model,
            SeparableProx prox,
            int blocks,
            double scale,
            double[] b0,
            double[] c,
            double[] norms) {
        this.model = model;
        this.prox = prox;
        this.blocks = blocks;
        this.scale = scale;
        this.b0 = b0;
        this.b = b0.clone();
        this.c = c;
        this.norms = norms;
        this.r = new double[c.length];
        restoreResiduals();
    }

    /** Solves until no coordinate violates its condition by more than the tolerance, or nothing improves any more. */
    double[] solve(double tolerance) {
        double best = Double.POSITIVE_INFINITY;
        int stale = 0;
        for (int round = 0; round < MAX_ROUNDS && stale < 6; round++) {
            sweepUntilSupportRests();
            solveOnSupport();
            restoreResiduals();
            double violation = violation();
            if (violation <= tolerance) {
                break;
            }
            stale = violation < 0.5 * best ? 0 : stale + 1;
            best = Math.min(best, violation);
        }
        return b;
    }

    private boolean isIntercept(int at) {
        return model.coordinate(at) >= blocks;
    }

    private int column(int at) {
        return model.coordinate(at) % prox.columns();
    }

    private void restoreResiduals() {
        for (int i = 0; i < r.length; i++) {
            r[i] = -c[i];
        }
        for (int i = 0; i < b.length; i++) {
            subtract(i, b[i] - b0[i]);
        }
    }

    /** r −= s·H·(delta in coordinate at). */
    private void subtract(int at, double delta) {
        if (delta == 0) {
            return;
        }
        double[] row = model.row(at);
        double a = scale * delta;
        for (int i = 0; i < r.length; i++) {
            r[i] -= a * row[i];
        }
    }

    private void sweepUntilSupportRests() {
        for (int sweep = 0; sweep < SWEEPS_BEFORE_DIRECT; sweep++) {
            if (!sweep()) {
                return;
            }
        }
    }

    /** One sweep of coordinate descent; answers whether a sign changed. */
    private boolean sweep() {
        boolean changed = false;
        for (int i = 0; i < b.length; i++) {
            double curvature = scale * model.row(i)[i];
            if (!(curvature > 0)) {
                continue;
            }
            double u = r[i] + curvature * b[i];
            double next = isIntercept(i) ? u / curvature : prox.step(column(i), u, curvature);
            if (next != b[i] && Double.isFinite(next)) {
                changed |= !isIntercept(i) && Math.signum(next) != Math.signum(b[i]);
                double delta = next - b[i];
                b[i] = next;
                subtract(i, delta);
            }
        }
        return changed;
    }

    /** Newton on the coordinates that are off their kinks and bounds, dropping those that run into one. */
    private void solveOnSupport() {
        for (int cuts = 0; cuts <= b.length; cuts++) {
            int[] support = support();
            if (support.length == 0 || support.length > LARGEST_DIRECT || directStep(support)) {
                return;
            }
        }
    }

    private int[] support() {
        int[] support = new int[b.length];
        int count = 0;
        for (int i = 0; i < b.length; i++) {
            if (isIntercept(i) || isSmoothHere(column(i), b[i])) {
                support[count++] = i;
            }
        }
        return java.util.Arrays.copyOf(support, count);
    }

    private boolean isSmoothHere(int j, double value) {
        if (value == 0 && prox.slope(j, 0, 1) != prox.slope(j, 0, -1)) {
            return false;
        }
        return value > prox.lower(j) && value < prox.upper(j);
    }

    /** Answers whether the full step could be taken. */
    private boolean directStep(int[] support) {
        double[] delta = new double[support.length];
        double[] shift = new double[support.length];
        for (int a = 0; a < support.length; a++) {
            int i = support[a];
            delta[a] = r[i];
            if (!isIntercept(i)) {
                shift[a] = prox.bend(column(i), b[i]) / scale;
                delta[a] -= prox.slope(column(i), b[i], 1);
            }
            delta[a] /= scale;
        }
        model.solve(support, shift, delta);
        return move(support, delta);
    }

    private boolean move(int[] support, double[] delta) {
        double length = 1;
        int stopped = -1;
        double stop = 0;
        for (int a = 0; a < support.length; a++) {
            int i = support[a];
            if (isIntercept(i) || delta[a] == 0) {
                continue;
            }
            double barrier = barrier(column(i), b[i], delta[a]);
            double share = (barrier - b[i]) / delta[a];
            if (share < length) {
                length = share;
                stopped = a;
                stop = barrier;
            }
        }
        for (int a = 0; a < support.length; a++) {
            int i = support[a];
            double next = a == stopped ? stop : b[i] + length * delta[a];
            subtract(i, next - b[i]);
            b[i] = next;
        }
        return stopped < 0;
    }

    /** The first kink or bound on the way from b in the direction of delta. */
    private double barrier(int j, double value, double delta) {
        double bound = delta > 0 ? prox.upper(j) : prox.lower(j);
        boolean towardsZero = value != 0 && Math.signum(value) != Math.signum(delta);
        boolean kink = towardsZero && prox.slope(j, 0, 1) != prox.slope(j, 0, -1);
        return kink ? 0 : bound;
    }

    /** The largest violation over all coordinates of the model. */
    private double violation() {
        double worst = 0;
        for (int i = 0; i < b.length; i++) {
            double v = isIntercept(i) ? Math.abs(r[i]) : prox.violation(column(i), b[i], -r[i]);
            worst = Math.max(worst, v / norms[i]);
        }
        return worst;
    }
}

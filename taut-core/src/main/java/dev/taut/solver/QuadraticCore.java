package dev.taut.solver;

import dev.taut.penalty.SeparableProx;
import java.util.Arrays;

/**
 * minimise over b: ½(b − b₀)ᵀ(sH)(b − b₀) + cᵀ(b − b₀) + g(b) on the coordinates of a {@link CurvatureModel}.
 *
 * <p>An active-set method: Newton steps on the {@link Support}, each with an exact line search across the kinks on its
 * way, until the support rests; then the worst violators enter as a block. Where that makes no headway (dependent
 * columns), sweeps of coordinate descent do. The residual correlations r = −c − sH(b − b₀) tell both: b is optimal when
 * r ∈ ∂g(b). For the lasso this is the homotopy's exactness without its event per kink (Osborne, Presnell and Turlach
 * 2000).
 */
final class QuadraticCore {
    private static final int MAX_ROUNDS = 400;
    private static final int MAX_STALE = 30;
    private static final int SWEEPS = 10;
    private static final int FEWEST_ENTERING = 16;
    private static final int LARGEST_DIRECT = 4000;
    /** Curvature per squared norm that a coordinate without any is given. */
    private static final double FLAT = 1e-6;

    private final CurvatureModel model;
    private final SeparableProx prox;
    private final int blocks;
    private final double scale;
    private final double[] b0;
    private final double[] b;
    private final double[] c;
    private final double[] norms;
    private final double[] r;
    private final Support support;

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
        for (int i = 0; i < r.length; i++) {
            r[i] = -c[i];
        }
        settleFlat();
        this.support = new Support(model, prox, blocks, scale, b, r);
    }

    /** A coordinate without curvature has products with none: the penalty alone says where it ends. */
    private void settleFlat() {
        for (int i = 0; i < b.length; i++) {
            if (!isIntercept(i) && !(model.entry(i, i) > 0)) {
                double curvature = FLAT * norms[i] * norms[i];
                b[i] = prox.step(column(i), r[i] + curvature * b[i], curvature);
            }
        }
    }

    /** Solves until no coordinate violates its condition by more than the tolerance, or nothing improves any more. */
    double[] solve(double tolerance) {
        double best = Double.POSITIVE_INFINITY;
        int stale = 0;
        boolean letIn = true;
        for (int round = 0; round < MAX_ROUNDS && stale < MAX_STALE; round++) {
            boolean direct = support.size() <= LARGEST_DIRECT;
            if (direct) {
                letIn = support.settle() || round == 0;
                restoreResiduals();
            }
            double violation = violation();
            if (violation <= tolerance) {
                break;
            }
            stale = violation < 0.5 * best ? 0 : stale + 1;
            best = Math.min(best, violation);
            if (!direct || !letIn) {
                sweep();
            } else {
                enter(tolerance);
            }
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
        double[] moved = new double[b.length];
        for (int i = 0; i < b.length; i++) {
            r[i] = -c[i];
            moved[i] = b[i] - b0[i];
        }
        model.addTimes(moved, -scale, r);
    }

    /** The violation of a coordinate per unit norm. */
    private double violation(int i) {
        double v = isIntercept(i) ? Math.abs(r[i]) : prox.violation(column(i), b[i], -r[i]);
        return v / norms[i];
    }

    /** The largest violation over all coordinates of the model. */
    private double violation() {
        double worst = 0;
        for (int i = 0; i < b.length; i++) {
            worst = Math.max(worst, violation(i));
        }
        return worst;
    }

    /** The worst violators outside the support join it, as many as it has members, from the side they are drawn to. */
    private void enter(double tolerance) {
        double[] outside = new double[b.length];
        int count = 0;
        for (int i = 0; i < b.length; i++) {
            double violation = support.has(i) ? 0 : violation(i);
            if (violation > tolerance) {
                outside[count++] = violation;
            }
        }
        int most = Math.max(FEWEST_ENTERING, support.size());
        double least = tolerance;
        if (count > most) {
            Arrays.sort(outside, 0, count);
            least = outside[count - most - 1];
        }
        for (int i = 0; i < b.length; i++) {
            if (!support.has(i) && violation(i) > least) {
                support.enter(i);
            }
        }
    }

    private void sweep() {
        restoreResiduals();
        for (int sweep = 0; sweep < SWEEPS && sweepOnce(); sweep++) {
            // until the support rests
        }
        support.read();
    }

    /** One sweep of coordinate descent; answers whether a sign changed. */
    private boolean sweepOnce() {
        boolean changed = false;
        for (int i = 0; i < b.length; i++) {
            double[] row = model.row(i);
            double curvature = scale * row[i];
            if (!(curvature > 0)) {
                continue;
            }
            double u = r[i] + curvature * b[i];
            double next = isIntercept(i) ? u / curvature : prox.step(column(i), u, curvature);
            if (next != b[i] && Double.isFinite(next)) {
                changed |= !isIntercept(i) && Math.signum(next) != Math.signum(b[i]);
                double a = scale * (next - b[i]);
                b[i] = next;
                for (int j = 0; j < r.length; j++) {
                    r[j] -= a * row[j];
                }
            }
        }
        return changed;
    }
}

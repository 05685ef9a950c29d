package dev.taut.penalty;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * h(b) = l1·Σ|bᵢ| + tv·Σ|bᵢ₊₁ − bᵢ| for coefficients in an order: the fused lasso (Tibshirani, Saunders, Rosset, Zhu and
 * Knight 2005).
 *
 * @param l1 &gt; 0, without which h would not be a norm
 * @param tv ≥ 0
 */
record FusedNorm(double l1, double tv) implements Gauge {
    private static final int HALVINGS = 200;

    @Override
    public double value(double[] b) {
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            sum += l1 * Math.abs(b[i]) + (i > 0 ? tv * Math.abs(b[i] - b[i - 1]) : 0);
        }
        return sum;
    }

    /** Total variation first, soft thresholds second, which is the same as both at once (Friedman et al. 2007, lemma A.1). */
    @Override
    public void step(double[] u, double t, double[] out) {
        double[] smooth = u.length > 1 && tv > 0 ? denoised(u, t * tv) : u.clone();
        for (int i = 0; i < out.length; i++) {
            double shrunk = Math.abs(smooth[i]) - t * l1;
            out[i] = shrunk > 0 ? Math.copySign(shrunk, smooth[i]) : 0;
        }
    }

    /** At x the derivative of a message, a·b + c, changes by these. */
    private record Knot(double x, double a, double c) {}

    /**
     * argmin ½‖b − u‖² + λΣ|bᵢ₊₁ − bᵢ| in O(n), by dynamic programming on the derivatives of the messages, which are
     * piecewise linear (Johnson 2013, §3).
     */
    private static double[] denoised(double[] u, double lambda) {
        int n = u.length;
        double[] low = new double[n - 1];
        double[] high = new double[n - 1];
        Deque<Knot> knots = new ArrayDeque<>();
        double left = -u[0];
        double right = -u[0];
        for (int k = 0; k + 1 < n; k++) {
            low[k] = cutLeft(knots, left, lambda);
            high[k] = cutRight(knots, right, lambda);
            left = -lambda - u[k + 1];
            right = lambda - u[k + 1];
            // From here on both ends have slope 1 again, from the next term alone.
        }
        double[] b = new double[n];
        b[n - 1] = cutLeft(knots, left, 0);
        for (int k = n - 2; k >= 0; k--) {
            b[k] = Math.max(low[k], Math.min(high[k], b[k + 1]));
        }
        return b;
    }

    /** Where the derivative, b + c at the far left, reaches −λ; to the left of it, it is cut to −λ. */
    private static double cutLeft(Deque<Knot> knots, double c, double lambda) {
        double slope = 1;
        double level = c;
        while (!knots.isEmpty() && slope * knots.getFirst().x + level < -lambda) {
            Knot knot = knots.removeFirst();
            slope += knot.a;
            level += knot.c;
        }
        double x = (-lambda - level) / slope;
        knots.addFirst(new Knot(x, slope, level + lambda));
        return x;
    }

    /** Where it reaches λ from the right. */
    private static double cutRight(Deque<Knot> knots, double c, double lambda) {
        double slope = 1;
        double level = c;
        while (!knots.isEmpty() && slope * knots.getLast().x + level > lambda) {
            Knot knot = knots.removeLast();
            slope -= knot.a;
            level -= knot.c;
        }
        double x = (lambda - level) / slope;
        knots.addLast(new Knot(x, -slope, lambda - level));
        return x;
    }

    /** The smallest s for which u = s·l1·w + Dᵀ(s·tv·v) with all |w|, |v| ≤ 1, found by following the interval of v. */
    @Override
    public double polar(double[] u) {
        double high = 0;
        for (double x : u) {
            high = Math.max(high, Math.abs(x) / l1);
        }
        double low = 0;
        for (int k = 0; k < HALVINGS && high - low > 0x1p-52 * high; k++) {
            double middle = low + (high - low) / 2;
            if (contains(u, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private boolean contains(double[] u, double s) {
        double from = 0;
        double to = 0;
        for (int i = 0; i < u.length; i++) {
            boolean last = i + 1 == u.length;
            double most = last ? 0 : s * tv;
            from = Math.max(from - u[i] - s * l1, -most);
            to = Math.min(to - u[i] + s * l1, most);
            if (from > to) {
                return false;
            }
        }
        return true;
    }

    /** Neighbours of one value move together. */
    @Override
    public Piece piece(double[] b) {
        int[] part = new int[b.length];
        int[] sign = new int[b.length];
        double[] slope = new double[b.length];
        int parts = 0;
        for (int i = 0; i < b.length; i++) {
            boolean joins = i > 0 && b[i] == b[i - 1];
            parts += b[i] == 0 || joins ? 0 : 1;
            part[i] = b[i] == 0 ? -1 : parts - 1;
            sign[i] = 1;
            double rise = i > 0 ? Math.signum(b[i] - b[i - 1]) : 0;
            double nextRise = i + 1 < b.length ? Math.signum(b[i + 1] - b[i]) : 0;
            slope[i] = l1 * Math.signum(b[i]) + tv * (rise - nextRise);
        }
        return new Piece(parts, part, sign, slope, 0, 0);
    }

    /** Until two neighbours meet, or one meets zero. */
    @Override
    public double reach(double[] b, double[] d) {
        double reach = 1;
        for (int i = 0; i < b.length; i++) {
            reach = meets(b[i], d[i], reach);
            reach = i > 0 ? meets(b[i] - b[i - 1], d[i] - d[i - 1], reach) : reach;
        }
        return reach;
    }

    private static double meets(double distance, double change, double reach) {
        boolean nears = distance != 0 && (distance < 0) == (change > 0);
        return nears ? Math.min(reach, Math.abs(distance / change)) : reach;
    }
}

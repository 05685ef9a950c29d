package dev.taut.stability;

import java.util.function.DoubleUnaryOperator;

/**
 * D(η, t/B, B, r) = max P(X ≥ t/B) over random variables X on {0, 1/B … 1} with E X ≤ η whose probabilities f are
 * r-concave, r &lt; 0: f^r is convex (Shah and Samworth 2013, section 3.3 and appendix).
 *
 * <p>At the maximum f is ∝ (a + i)^(1/r) for i = 0 … k, less than that or as much at k + 1, and 0 beyond; for each k the
 * mean leaves one number to choose.
 */
final class ConcaveTail {
    private static final double LEAST = 1e-8;
    private static final double LARGEST = 1e8;
    private static final int HALVINGS = 60;

    private final int last;
    private final double mean;
    private final double power;

    private ConcaveTail(double eta, int last, double r) {
        this.last = last;
        this.mean = eta * last;
        this.power = 1 / r;
    }

    /**
     * The maximum; 1 for t/B ≤ 2η, where the bound says nothing.
     *
     * @param eta  bound of the mean, in [0, 1]
     * @param t    in units of 1/B
     * @param last B
     */
    static double largest(double eta, int t, int last, double r) {
        return new ConcaveTail(eta, last, r).largest(t);
    }

    private double largest(int t) {
        int least = (int) Math.ceil(2 * mean - 1e-12);
        if (t <= least) {
            return 1;
        }
        double from = offset(last);
        double best = tail(t, last, from);
        for (int k = last - 1; k >= Math.max(least, t - 1); k--) {
            int support = k;
            double to = k > 2 * mean ? offset(k) : LARGEST;
            best = Math.max(best, maximum(a -> tail(t, support, a), from, to));
            from = to;
        }
        return best;
    }

    /** The a for which (a + i)^(1/r) on 0 … k has the mean; it grows with a. */
    private double offset(int k) {
        double low = Math.log(LEAST);
        double high = Math.log(LARGEST);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (excess(k, Math.exp(middle)) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Math.exp((low + high) / 2);
    }

    private double excess(int k, double a) {
        double sum = 0;
        for (int i = 0; i <= k; i++) {
            sum += (i - mean) * mass(a, i);
        }
        return sum;
    }

    /** ((a + i)/a)^(1/r). */
    private double mass(double a, int i) {
        double inverse = a / (a + i);
        double square = inverse * inverse;
        return power == -2 ? square : power == -4 ? square * square : Math.pow(inverse, -power);
    }

    /** P(X ≥ t) with the mass at k + 1 that gives the mean. */
    private double tail(int t, int k, double a) {
        double below = 0;
        double all = 0;
        for (int i = 0; i <= k; i++) {
            double mass = mass(a, i);
            below += i < t ? mass : 0;
            all += (k + 1 - i) * mass;
        }
        return 1 - (k + 1 - mean) * below / all;
    }

    /** By golden section in log a, ends included. */
    private static double maximum(DoubleUnaryOperator function, double from, double to) {
        double shrink = (Math.sqrt(5) - 1) / 2;
        double low = Math.log(from);
        double high = Math.log(to);
        double best = Math.max(function.applyAsDouble(from), function.applyAsDouble(to));
        for (int i = 0; i < HALVINGS / 2; i++) {
            double left = high - shrink * (high - low);
            double right = low + shrink * (high - low);
            double atLeft = function.applyAsDouble(Math.exp(left));
            double atRight = function.applyAsDouble(Math.exp(right));
            best = Math.max(best, Math.max(atLeft, atRight));
            if (atLeft > atRight) {
                high = right;
            } else {
                low = left;
            }
        }
        return best;
    }
}

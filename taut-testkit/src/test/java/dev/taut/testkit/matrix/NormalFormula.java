package dev.taut.testkit.matrix;

/** The normal distribution from its series and its continued fraction. */
final class NormalFormula {
    private static final double NEAR = 2.5;
    private static final int TERMS = 200;

    private NormalFormula() {}

    static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /** Φ(x). */
    static double probability(double x) {
        if (x < -NEAR) {
            return density(x) / ratio(-x);
        }
        return x > NEAR ? 1 - density(x) / ratio(x) : 0.5 + density(x) * series(x);
    }

    /** log Φ(x). */
    static double log(double x) {
        return x < -NEAR
                ? -x * x / 2 - Math.log(2 * Math.PI) / 2 - Math.log(ratio(-x))
                : x > NEAR ? Math.log1p(-density(x) / ratio(x)) : Math.log(probability(x));
    }

    /** φ(x)/Φ(x). */
    static double slopeOfLog(double x) {
        return x < -NEAR ? ratio(-x) : density(x) / probability(x);
    }

    /** φ(x)/Φ(−x) = x + 1/(x + 2/(x + 3/…)). */
    private static double ratio(double x) {
        double fraction = x;
        for (int k = TERMS; k > 0; k--) {
            fraction = x + k / fraction;
        }
        return fraction;
    }

    /** x + x³/3 + x⁵/(3·5) + … */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int k = 1; Math.abs(term) > 1e-18; k++) {
            term *= x * x / (2 * k + 1);
            sum += term;
        }
        return sum;
    }

    /** Φ⁻¹(q), by bisection. */
    static double quantile(double q) {
        double low = -40;
        double high = 40;
        for (int halving = 0; halving < 100; halving++) {
            double middle = (low + high) / 2;
            if (probability(middle) < q) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}

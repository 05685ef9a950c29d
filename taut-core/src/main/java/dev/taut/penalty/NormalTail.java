package dev.taut.penalty;

/** The upper tail Q(x) = 1 − Φ(x) of the standard normal and its inverse, to 14 digits. */
final class NormalTail {
    private static final double FAR = 3;
    private static final int TERMS = 200;

    private NormalTail() {}

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /** Q(x) for x ≥ 0: the series of Φ near 0 (Marsaglia 2004, eq. 3), the continued fraction of Mills' ratio beyond. */
    static double of(double x) {
        if (x < FAR) {
            double term = x;
            double sum = x;
            for (int k = 3; k < TERMS && term > 1e-17 * sum; k += 2) {
                term *= x * x / k;
                sum += term;
            }
            return 0.5 - density(x) * sum;
        }
        double fraction = x;
        for (int k = TERMS; k > 0; k--) {
            fraction = x + k / fraction;
        }
        return density(x) / fraction;
    }

    /** The x ≥ 0 with Q(x) = tail, 0 &lt; tail ≤ ½: Newton's method on log Q, which is concave. */
    static double inverse(double tail) {
        double x = 0;
        for (int k = 0; k < TERMS; k++) {
            double q = of(x);
            double step = Math.log(q / tail) * q / density(x);
            x += step;
            if (Math.abs(step) <= 1e-15 * Math.max(1, x)) {
                break;
            }
        }
        return Math.max(x, 0);
    }
}

package dev.taut.loss;

/** q log q for a mean q = y + u: the piece that conjugates of likelihoods are made of. */
final class Entropy {
    /** Some units in the last place of y, as a share of it. */
    private static final double ROUNDING = 1e-15;

    private Entropy() {}

    /**
     * (y + u) log(y + u), with 0 log 0 = 0 and +∞ below zero. A sum that is negative by no more than the rounding of a
     * gradient w(μ − y) divided by w counts as 0, and next to 1 no digit of u is lost.
     */
    static double of(double y, double u) {
        double q = y + u;
        if (q > 0) {
            return q * (y == 1 ? logOnePlus(u) : Math.log(q));
        }
        return q >= -ROUNDING * y ? 0 : Double.POSITIVE_INFINITY;
    }

    /** Of a share y in [0, 1]: −y log y − (1 − y) log(1 − y), the least loss of such a row under every link. */
    static double ofShare(double y) {
        return -of(y, 0) - of(1 - y, 0);
    }

    /**
     * log(1 + x) for x > −1, to an ulp or two: the logarithm of the rounded sum plus what rounding lost of it. The
     * platform's log has an intrinsic, its log1p has none.
     */
    static double logOnePlus(double x) {
        double sum = 1 + x;
        return Math.log(sum) + (x - (sum - 1)) / sum;
    }
}

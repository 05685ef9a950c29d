package dev.taut.loss;

/** Pieces of the conjugates of likelihoods: q log q, and a mean q = y + u that rounding must not push below zero. */
final class Entropy {
    /** A few units in the last place of y, as a share of it. */
    private static final double ROUNDING = 1e-15;

    private Entropy() {}

    /** q log q with 0 log 0 = 0. */
    static double of(double q) {
        return q == 0 ? 0 : q * Math.log(q);
    }

    /** y + u; 0 where that is negative by no more than the rounding of a gradient w(μ − y) divided by w. */
    static double mean(double y, double u) {
        double q = y + u;
        return q < 0 && q >= -ROUNDING * y ? 0 : q;
    }
}

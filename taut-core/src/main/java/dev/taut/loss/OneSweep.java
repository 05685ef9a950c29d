package dev.taut.loss;

import java.util.Arrays;

/**
 * A datafit of one output whose whole arithmetic is one sweep over the rows, {@link #evaluate}, and one function of a
 * row, its conjugate. Solvers ask for the sweep; what is asked for singly, rarely, is taken from it.
 */
interface OneSweep extends Datafit {
    /** F(η), ∇F(η) and the diagonal of ∇²F(η); the three arrays are different ones. */
    @Override
    double evaluate(double[] eta, double[] gradient, double[] curvature);

    /** ℓ*(u) of a row. */
    double conjugate(int row, double u);

    @Override
    default int rows() {
        return weights().length;
    }

    @Override
    default double value(double[] eta) {
        return evaluate(eta, new double[eta.length], new double[eta.length]);
    }

    @Override
    default void gradient(double[] eta, double[] out) {
        evaluate(eta, out, new double[eta.length]);
    }

    @Override
    default void curvature(double[] eta, double[] out) {
        evaluate(eta, new double[eta.length], out);
    }

    /** Σ wᵢ ℓᵢ*(rᵢ/wᵢ); a row without weight bears r = 0 and nothing else. */
    @Override
    default double conjugate(double[] r) {
        double[] weights = weights();
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            if (weights[i] > 0) {
                sum += weights[i] * conjugate(i, r[i] / weights[i]);
            } else if (r[i] != 0) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return sum;
    }

    /** inf F, row by row: −ℓ*(0). */
    @Override
    default double saturated() {
        return -conjugate(new double[rows()]);
    }

    /** The numbers of a target, all of which are at least (or above) a bound. */
    static double[] atLeast(double least, boolean itself, String loss, Target target) {
        double[] y = target.numbers();
        for (int i = 0; i < y.length; i++) {
            if (y[i] < least || !itself && y[i] == least) {
                String wanted = (itself ? "≥ " : "> ") + (long) least;
                throw new IllegalArgumentException(
                        "the " + loss + " loss needs targets " + wanted + ", row " + (i + 1) + " has " + y[i]);
            }
        }
        return y;
    }

    /** The numbers of a target, all of which are shares from 0 to 1. */
    static double[] shares(String loss, Target target) {
        double[] y = target.numbers();
        for (int i = 0; i < y.length; i++) {
            if (y[i] < 0 || y[i] > 1) {
                throw new IllegalArgumentException(
                        "the " + loss + " loss needs targets in [0, 1], row " + (i + 1) + " has " + y[i]);
            }
        }
        return y;
    }

    /** e^η in place: the mean under every log link. */
    static void exponentials(double[] eta) {
        Arrays.setAll(eta, i -> Math.exp(eta[i]));
    }
}

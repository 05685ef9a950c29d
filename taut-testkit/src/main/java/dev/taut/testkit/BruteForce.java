package dev.taut.testkit;

import java.util.function.DoubleUnaryOperator;

/** Finds minima of convex functions of one number without derivatives. */
final class BruteForce {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private BruteForce() {}

    /** The minimiser of a convex function on [from, to] by golden section (Kiefer 1953); kinks at 0 are tried too. */
    static double minimiser(DoubleUnaryOperator f, double from, double to) {
        double low = from;
        double high = to;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = f.applyAsDouble(left);
        double atRight = f.applyAsDouble(right);
        for (int step = 0; step < 120; step++) {
            if (atLeft <= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = f.applyAsDouble(left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = f.applyAsDouble(right);
            }
        }
        double best = low + (high - low) / 2;
        for (double candidate : new double[] {from, to, 0}) {
            if (candidate >= from && candidate <= to && f.applyAsDouble(candidate) < f.applyAsDouble(best)) {
                best = candidate;
            }
        }
        return best;
    }
}

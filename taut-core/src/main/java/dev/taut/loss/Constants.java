package dev.taut.loss;

import java.util.Arrays;

/** The best constant η of a convex datafit that has no formula for it. */
final class Constants {
    private static final int STEPS = 200;
    private static final double EXACT = 1e-15;

    private Constants() {}

    /** The smallest y of a row that counts. */
    static double lowest(double[] y, double[] weights) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < y.length; i++) {
            lowest = weights[i] > 0 ? Math.min(lowest, y[i]) : lowest;
        }
        return lowest;
    }

    /** The largest y of a row that counts. */
    static double highest(double[] y, double[] weights) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < y.length; i++) {
            highest = weights[i] > 0 ? Math.max(highest, y[i]) : highest;
        }
        return highest;
    }

    /**
     * Where Σ∂F/∂η of a single output changes its sign between two ends, by Newton steps inside a bracket that is halved
     * every third time; the middle, if it is zero all the way.
     */
    static double least(Datafit fit, double from, double to) {
        double[] eta = new double[fit.rows()];
        double[] gradient = new double[eta.length];
        double[] curvature = new double[eta.length];
        double low = from;
        double high = to;
        double at = low + (high - low) / 2;
        for (int step = 0; step < STEPS && high - low > EXACT * Math.max(Math.abs(low), Math.abs(high)); step++) {
            Arrays.fill(eta, at);
            fit.evaluate(eta, gradient, curvature);
            double slope = Arrays.stream(gradient).sum();
            if (slope == 0) {
                return at;
            }
            low = slope < 0 ? at : low;
            high = slope > 0 ? at : high;
            double newton = at - slope / Arrays.stream(curvature).sum();
            boolean inside = newton > low && newton < high;
            if (inside && Math.abs(newton - at) <= EXACT * Math.abs(newton)) {
                return newton;
            }
            at = inside && step % 3 < 2 ? newton : low + (high - low) / 2;
        }
        return at;
    }
}

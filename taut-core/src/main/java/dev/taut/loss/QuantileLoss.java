package dev.taut.loss;

import java.util.Arrays;

/**
 * ℓ(y, η) = max(τ(y − η), (τ − 1)(y − η)): the pinball loss, least at the τ-quantile of y (Koenker and Bassett 1978).
 *
 * @param level τ, between 0 and 1; 0.5 is half the absolute error, least at the median
 */
record QuantileLoss(double level) implements PiecewiseLoss {
    QuantileLoss {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("the level of a quantile must lie between 0 and 1, not " + level);
        }
    }

    @Override
    public String name() {
        return "quantile:" + Named.text(level);
    }

    @Override
    public String formula() {
        return "max(" + Named.text(level) + "·(y − η), " + Named.text(level - 1) + "·(y − η))";
    }

    @Override
    public void mean(double[] eta, int outputs) {
        // the identity: a quantile is predicted as it is
    }

    @Override
    public DualDatafit on(Target target, double[] weights) {
        double[] y = target.numbers();
        double[] lower = new double[y.length];
        double[] upper = new double[y.length];
        Arrays.fill(lower, -level);
        Arrays.fill(upper, 1 - level);
        return new CornerFit(y, 0, lower, upper, Weights.normalized(weights, y.length));
    }
}

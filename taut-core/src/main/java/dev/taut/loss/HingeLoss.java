package dev.taut.loss;

import java.util.Arrays;

/**
 * ℓ(y, η) = max(0, 1 − sη) with s = 2y − 1 for y in {0, 1}: the hinge of a support vector machine (Cortes and Vapnik
 * 1995).
 */
record HingeLoss() implements PiecewiseLoss {
    @Override
    public String name() {
        return "hinge";
    }

    @Override
    public String formula() {
        return "max(0, 1 − sη), s = 2y − 1";
    }

    @Override
    public boolean isMargin() {
        return true;
    }

    @Override
    public void mean(double[] eta, int outputs) {
        // decision values: a margin loss has no probabilities
    }

    /** The corner lies at η = s; slopes run from −1 to 0 for the second class, from 0 to 1 for the first. */
    @Override
    public DualDatafit on(Target target, double[] weights) {
        double[] signs = Margins.signs(target, "hinge loss");
        double[] lower = Arrays.stream(signs).map(s -> Math.min(-s, 0)).toArray();
        double[] upper = Arrays.stream(signs).map(s -> Math.max(-s, 0)).toArray();
        return new CornerFit(signs, 0, lower, upper, Weights.normalized(weights, signs.length));
    }
}

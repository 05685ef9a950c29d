package dev.taut.loss;

import java.util.Arrays;

/**
 * ℓ(y, η) = max(0, |y − η| − ε): the ε-insensitive loss of support vector regression (Vapnik 1995).
 *
 * @param epsilon deviations up to it cost nothing; ≥ 0, in units of y
 */
record InsensitiveLoss(double epsilon) implements PiecewiseLoss {
    InsensitiveLoss {
        checked(epsilon);
    }

    static void checked(double epsilon) {
        if (!(epsilon >= 0) || Double.isInfinite(epsilon)) {
            throw new IllegalArgumentException("epsilon must be a finite number ≥ 0, not " + epsilon);
        }
    }

    @Override
    public String name() {
        return "svr:" + Named.text(epsilon);
    }

    @Override
    public String formula() {
        return "max(0, |y − η| − " + Named.text(epsilon) + ")";
    }

    @Override
    public void mean(double[] eta, int outputs) {
        // the identity link
    }

    @Override
    public DualDatafit on(Target target, double[] weights) {
        double[] y = target.numbers();
        double[] lower = new double[y.length];
        double[] upper = new double[y.length];
        Arrays.fill(lower, -1);
        Arrays.fill(upper, 1);
        return new CornerFit(y, epsilon, lower, upper, Weights.normalized(weights, y.length));
    }
}

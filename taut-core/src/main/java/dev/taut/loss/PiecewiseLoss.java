package dev.taut.loss;

/**
 * A convex loss made of straight pieces, with corners and without curvature: hinge, quantile, ε-insensitive. It is
 * solved through smooth neighbours of it ({@link DualDatafit#smoothed}).
 */
public non-sealed interface PiecewiseLoss extends Loss {
    @Override
    DualDatafit on(Target target, double[] weights);

    @Override
    default DualDatafit on(Target target) {
        return on(target, Weights.equal(target.rows()));
    }
}

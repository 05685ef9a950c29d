package dev.taut.loss;

/** A convex loss with value, gradient and curvature everywhere. */
public non-sealed interface SmoothLoss extends Loss {
    /**
     * The loss bound to data: F(η) = Σ wᵢ ℓ(yᵢ, ηᵢ) with weights normalised to sum 1.
     *
     * @param weights one per row, ≥ 0, with a positive sum; on any scale
     * @throws IllegalArgumentException if the target does not suit the loss, or the weights are not as stated
     */
    Datafit on(Target target, double[] weights);

    /** The loss bound to data with equal weights. */
    default Datafit on(Target target) {
        return on(target, Weights.equal(target.rows()));
    }
}

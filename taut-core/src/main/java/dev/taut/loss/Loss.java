package dev.taut.loss;

/**
 * A dataless, immutable shape ℓ(y, η) that becomes a {@link Datafit} when it meets data. The structure is sealed, its
 * leaves are open: a new loss implements {@link SmoothLoss}, or {@link PiecewiseLoss} if it has corners.
 */
public sealed interface Loss permits SmoothLoss, PiecewiseLoss {
    /** The name used on the command line, in files and in reports, for example {@code logistic}. */
    String name();

    /** The formula of ℓ(y, η) in one line of text. */
    String formula();

    /** Whether a model of this loss has an intercept: not where a constant added to all linear predictors changes nothing. */
    default boolean hasIntercept() {
        return true;
    }

    /**
     * Turns linear predictors into predictions (the inverse link), in place: the mean, the probability of the second
     * class, or the probabilities of all classes. A margin loss has no probabilities; its predictions are decision
     * values, positive for the second class.
     *
     * @param eta     linear predictors, one block of rows per output
     * @param outputs number of blocks
     */
    void mean(double[] eta, int outputs);

    /** Whether predictions are decision values, positive for the second class, and not means or probabilities. */
    default boolean isMargin() {
        return false;
    }

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

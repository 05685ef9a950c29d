package dev.taut.loss;

/**
 * A dataless, immutable shape ℓ(y, η) that becomes a {@link Datafit} when it meets data. The structure is sealed, its
 * leaves are open: a new loss implements {@link SmoothLoss}.
 */
public sealed interface Loss permits SmoothLoss {
    /** The name used on the command line, in files and in reports, for example {@code logistic}. */
    String name();

    /** The formula of ℓ(y, η) in one line of text. */
    String formula();

    /**
     * Turns linear predictors into predictions (the inverse link), in place: the mean, the probability of the second
     * class, or the probabilities of all classes.
     *
     * @param eta     linear predictors, one block of rows per output
     * @param outputs number of blocks
     */
    void mean(double[] eta, int outputs);
}

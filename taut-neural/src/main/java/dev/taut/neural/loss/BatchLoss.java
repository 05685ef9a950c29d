package dev.taut.neural.loss;

/**
 * Σ wᵢ ℓ(yᵢ, ηᵢ) over some rows, where ηᵢ is what a net answers for row i: a few numbers side by side. Pure, so that several
 * threads may ask at once.
 */
public interface BatchLoss {
    /** As on the command line, for example {@code logistic}. */
    String name();

    /** Numbers that the net answers per row. */
    int outputs();

    /** Numbers that a target has per row. */
    int targets();

    /**
     * Σ wᵢ ℓ(yᵢ, ηᵢ).
     *
     * @param eta      rows × outputs
     * @param y        rows × targets
     * @param weights  one per row, ≥ 0
     * @param gradient becomes the derivative with respect to {@code eta}
     */
    double value(float[] eta, float[] y, float[] weights, int rows, float[] gradient);

    /**
     * What is predicted: means, or the probabilities of classes; of two classes, that of the second.
     *
     * @return one block of rows per output
     */
    double[] means(float[] eta, int rows);
}

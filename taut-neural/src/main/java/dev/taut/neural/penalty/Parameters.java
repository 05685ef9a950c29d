package dev.taut.neural.penalty;

/**
 * The state of an optimiser that runs beside the parameters; all arrays are equally long.
 *
 * @param theta    the parameters
 * @param mean     of gradients, or the velocity of a heavy ball
 * @param square   the mean of squared gradients; of no use without them
 * @param gradient of this step
 */
public record Parameters(float[] theta, float[] mean, float[] square, float[] gradient) {
    /** Parameters that have not moved yet. */
    public static Parameters at(float[] theta) {
        return new Parameters(theta, new float[theta.length], new float[theta.length], new float[theta.length]);
    }
}

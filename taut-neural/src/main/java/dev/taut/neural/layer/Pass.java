package dev.taut.neural.layer;

/**
 * What layers are told about the shard of a batch that they are given.
 *
 * @param theta    all parameters
 * @param gradient of this shard, added to; where statistics have their slots, what they were in this shard
 * @param rows     of the shard
 * @param training whether there is noise, and statistics are those of the shard
 * @param share    of the batch that this shard is: its statistics count that much
 * @param noise    of this step
 * @param first    position of the shard's first row in the batch
 */
public record Pass(float[] theta, float[] gradient, int rows, boolean training, float share, Noise noise, int first) {
    /** Of prediction: no noise, no gradient. */
    public static Pass prediction(float[] theta, int rows) {
        return new Pass(theta, new float[0], rows, false, 0, new Noise(0), 0);
    }
}

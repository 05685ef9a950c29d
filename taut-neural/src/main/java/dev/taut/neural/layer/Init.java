package dev.taut.neural.layer;

/** What parameters are before training. */
public enum Init {
    ZERO,
    ONE,
    /** Normal with variance 2/fan-in, for what a rectifier follows (He et al. 2015). */
    HE,
    /** Normal with variance 1/fan-in (LeCun et al. 1998). */
    LECUN;

    void fill(float[] theta, Slot slot, Noise noise) {
        double deviation = Math.sqrt((this == HE ? 2.0 : 1.0) / slot.rows());
        for (int i = 0; i < slot.size(); i++) {
            theta[slot.from() + i] = switch (this) {
                case ZERO -> 0f;
                case ONE -> 1f;
                case HE, LECUN -> (float) (deviation * noise.normal(i));
            };
        }
    }
}

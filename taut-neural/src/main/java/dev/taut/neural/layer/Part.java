package dev.taut.neural.layer;

/** What parameters are there for: it decides whether they are penalised unless told otherwise, and that is for weights only. */
public enum Part {
    WEIGHT,
    BIAS,
    /** What normalised values are multiplied by. */
    SCALE,
    /** What is added to normalised values. */
    SHIFT,
    /** A running mean or variance: it follows the data and has no gradient. */
    STATISTIC
}

package dev.taut.neural.penalty;

/** What belongs together where a penalty speaks of groups. */
public enum By {
    /** Every parameter for itself. */
    WEIGHT,
    /** All that makes a neuron or a filter: its weights and its bias, so that without them it answers nothing at all. */
    UNIT,
    /** All weights that look at one input: a feature of a table, or a channel of an image. */
    INPUT
}

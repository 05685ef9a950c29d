package dev.taut.recipe;

/** What takes the place of a missing number; always estimated from the training rows. */
public enum Impute {
    /** The median of the training rows: not moved by a few wild values. The default. */
    MEDIAN,
    /** The mean of the training rows. */
    MEAN,
    /** Nothing: missing numbers are refused (T0204). */
    REFUSE
}

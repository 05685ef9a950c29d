package dev.taut.recipe;

/** What to do when a table lacks a column that the recipe was fitted on. */
public enum MissingColumns {
    /** Refuse (T0601). The default. */
    REFUSE,
    /** Treat every cell of it as missing, with a warning. */
    IMPUTE
}

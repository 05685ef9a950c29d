package dev.taut.data;

/** The part a column plays in a {@link Dataset}; a column that is given none is a feature. */
public enum Role {
    TARGET,
    FEATURE,
    /** Case weights ≥ 0. */
    WEIGHTS,
    /** Added to the linear predictor with coefficient 1, never estimated. */
    OFFSET,
    /** Its logarithm is added to the linear predictor: how long, how much or how many a row was exposed, &gt; 0. */
    EXPOSURE,
    /** Whether the event came at the time that the target tells, or the row was censored then. */
    EVENT,
    /** When a row came under observation, for survival. */
    START,
    /** Groups of rows with a baseline hazard each, for survival. */
    STRATA,
    /** Rows of one group never straddle a fold. */
    GROUP,
    /** Orders the rows for time-ordered folds. */
    TIME,
    /** Says which rows train and which are held out. */
    SPLIT,
    /** In the file, not in the model, by the user's wish. */
    EXCLUDED,
    /** Left out by a check, with a finding. */
    LEFT_OUT;

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}

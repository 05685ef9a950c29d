package dev.taut.neural.train;

/** Why a training ended. */
public enum End {
    /** All epochs were done. */
    EPOCHS,
    /** The validation loss no longer fell. */
    EARLY,
    /** The loss was no longer a finite number: the learning rate is too large, as a rule. */
    DIVERGED,
    /** Somebody asked for it. */
    CANCELLED
}

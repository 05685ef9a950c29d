package dev.taut.neural.train;

/** Who looks on. */
public interface Watcher {
    /** Nobody. */
    Watcher SILENT = new Watcher() {};

    /** A step was taken: {@code done} of {@code steps} of this epoch. */
    default void step(int done, int steps) {}

    /** An epoch ended. The state is the trainer's own: it holds until this method is left. */
    default void epoch(Epoch epoch, TrainingState state) {}

    /** Whether to stop now; asked after every step. */
    default boolean cancelled() {
        return false;
    }
}

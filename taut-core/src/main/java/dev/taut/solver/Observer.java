package dev.taut.solver;

/** Watches a solver or a path, and may ask it to end early. */
public interface Observer {
    Observer SILENT = new Observer() {};

    /** Called after every knot of a path. */
    default void knot(int index, int count, double lambda, int active) {}

    /** Whether to stop; a path then ends after its last finished knot. */
    default boolean cancelled() {
        return false;
    }
}

package dev.taut.tuning;

/** Watches a study; called from several threads. */
public interface Progress {
    Progress SILENT = new Progress() {};

    /** A phase has ended: a verb in the past tense ("Tuned"), what it did, and how long it took. */
    default void phase(String verb, String detail, double seconds) {}

    /** {@code done} of {@code total} fits are finished. */
    default void fits(int done, int total) {}

    /** Whether to stop as soon as possible; the study then throws {@link Cancelled}. */
    public default boolean cancelled() {
        return false;
    }

    /** A study was stopped by its observer. */
    final class Cancelled extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        public Cancelled() {
            super("cancelled");
        }
    }
}

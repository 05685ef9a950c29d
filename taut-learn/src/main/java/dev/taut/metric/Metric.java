package dev.taut.metric;

/** One number for how well predictions meet what came true. Weighted: a row of weight 2 counts as two rows. */
public interface Metric {
    /** Which direction is good. */
    enum Better {
        LOWER,
        HIGHER;

        /** {@code lower} or {@code higher}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The name in tables and files, for example {@code rmse} or {@code log-loss}. */
    String name();

    Better better();

    /** The value; NaN where the metric is not defined on these rows, as R² on equal targets. */
    double of(Scored scored);
}

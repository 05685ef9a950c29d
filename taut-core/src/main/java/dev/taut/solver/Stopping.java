package dev.taut.solver;

/**
 * When to stop: as soon as the duality gap is proved to be at most {@code relativeGap} times the null objective, or,
 * unconverged and saying so, after {@code maxEpochs} passes.
 *
 * @param relativeGap 0 &lt; relativeGap, default 1e-9
 * @param maxEpochs   default 100 000
 */
public record Stopping(double relativeGap, int maxEpochs) {
    public static final Stopping DEFAULT = new Stopping(1e-9, 100_000);

    public Stopping {
        if (!(relativeGap > 0) || maxEpochs < 1) {
            throw new IllegalArgumentException(
                    "the gap must be positive and epochs at least 1, not " + relativeGap + " and " + maxEpochs);
        }
    }

    public static Stopping atGap(double relativeGap) {
        return new Stopping(relativeGap, DEFAULT.maxEpochs);
    }
}

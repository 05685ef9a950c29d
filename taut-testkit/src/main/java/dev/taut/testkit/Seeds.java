package dev.taut.testkit;

import java.util.function.Consumer;
import org.junit.jupiter.api.Assertions;

/**
 * Repeats a law for seeds 1, 2, 3, …; a failure names its seed, and {@code -Dtaut.seed=17} repeats that one alone.
 */
public final class Seeds {
    private static final String ONE = "taut.seed";

    private Seeds() {}

    /**
     * Checks a law on {@code count} draws that depend on nothing but their seed.
     *
     * @throws AssertionError of the first seed for which the law does not hold, naming it
     */
    public static void each(int count, Consumer<Draw> law) {
        Long one = Long.getLong(ONE);
        if (one != null) {
            holds(one, law);
            return;
        }
        for (long seed = 1; seed <= count; seed++) {
            holds(seed, law);
        }
    }

    private static void holds(long seed, Consumer<Draw> law) {
        try {
            law.accept(Draw.seeded(seed));
        } catch (AssertionError | RuntimeException e) {
            Assertions.fail("seed " + seed + " (repeat with -D" + ONE + "=" + seed + "): " + e.getMessage(), e);
        }
    }
}

package dev.taut.recipe;

import java.util.List;

/**
 * Which products of two columns become features beside the columns themselves: an immutable specification.
 *
 * @param kind  who chooses the pairs
 * @param pairs {@code a:b}, {@code a:a} for a square; for {@link Kind#GIVEN}
 * @param most  pairs that may be admitted; those with the strongest evidence are
 */
public record Interactions(Kind kind, List<String> pairs, int most) {
    private static final int MOST = 20;

    /** Who chooses the pairs. */
    public enum Kind {
        /** No product enters. The default. */
        NONE,
        /** Those whose score test, after the main effects, stands against all pairs that were looked at. */
        AUTO,
        /** All pairs and squares, as long as the design stays small. */
        ALL,
        /** Those that are named. */
        GIVEN
    }

    public Interactions {
        pairs = List.copyOf(pairs);
        if (most < 1) {
            throw new IllegalArgumentException("at least 1 pair must be allowed, not " + most);
        }
    }

    public static Interactions none() {
        return new Interactions(Kind.NONE, List.of(), MOST);
    }

    /** Screened anew inside every fold; at most 20 pairs. */
    public static Interactions auto() {
        return new Interactions(Kind.AUTO, List.of(), MOST);
    }

    public static Interactions all() {
        return new Interactions(Kind.ALL, List.of(), MOST);
    }

    /** These pairs, {@code a:b} each. */
    public static Interactions of(String... pairs) {
        return new Interactions(Kind.GIVEN, List.of(pairs), MOST);
    }

    public Interactions most(int pairsAdmitted) {
        return new Interactions(kind, pairs, pairsAdmitted);
    }

    public boolean exist() {
        return kind != Kind.NONE;
    }
}

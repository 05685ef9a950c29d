package dev.taut.testkit.matrix;

import java.util.EnumSet;
import java.util.Set;

/** What may be said beside the loss, the penalty and the table. */
enum Variation {
    PLAIN,
    /** Whole numbers 0 … 3 times a scale. */
    WEIGHTS(Part.WEIGHTS),
    OFFSET(Part.OFFSET),
    /** A column without penalty. */
    FREE(Part.FREE),
    /** Penalty factors other than 0 and 1, the same within the category. */
    FACTORS(Part.FACTORS),
    /** A penalty factor for one level of the category alone. */
    MIXED(Part.MIXED),
    /** A sign, a box, and a column held at zero. */
    BOUNDS(Part.BOUNDS),
    /** Sums and differences of coefficients that are limited. */
    CONSTRAINED(Part.CONSTRAINTS),
    CONSTRAINED_TOGETHER(Part.WEIGHTS, Part.OFFSET, Part.FREE, Part.BOUNDS, Part.CONSTRAINTS),
    TOGETHER(Part.WEIGHTS, Part.OFFSET, Part.FREE),
    EVERYTHING(Part.WEIGHTS, Part.OFFSET, Part.FREE, Part.FACTORS, Part.BOUNDS);

    /** One of the things that may be said. */
    enum Part {
        WEIGHTS,
        OFFSET,
        FREE,
        FACTORS,
        MIXED,
        BOUNDS,
        CONSTRAINTS
    }

    private final Set<Part> parts;

    Variation(Part... parts) {
        this.parts = EnumSet.noneOf(Part.class);
        this.parts.addAll(Set.of(parts));
    }

    boolean has(Part part) {
        return parts.contains(part);
    }
}

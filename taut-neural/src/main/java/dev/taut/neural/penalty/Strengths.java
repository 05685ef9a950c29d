package dev.taut.neural.penalty;

import dev.taut.neural.layer.Slot;

/**
 * What acts on the entries of one slot in passing.
 *
 * @param general whether a penalty of another kind acts on them besides
 */
record Strengths(double l1, double l2, double coupled, double decay, boolean keep, boolean general) {
    static final Strengths NONE = new Strengths(0, 0, 0, 0, false, false);

    Strengths elastic(double strength, double l1Ratio) {
        return new Strengths(l1 + strength * l1Ratio, l2 + strength * (1 - l1Ratio), coupled, decay, keep, general);
    }

    Strengths coupled(double more) {
        return new Strengths(l1, l2, coupled + more, decay, keep, general);
    }

    Strengths decay(double more) {
        return new Strengths(l1, l2, coupled, decay + more, keep, general);
    }

    Strengths kept() {
        return new Strengths(l1, l2, coupled, decay, true, general);
    }

    /** With the penalty of another kind. */
    Strengths taken(Slot slot) {
        if (general) {
            throw new IllegalArgumentException(
                    "two penalties act on " + slot.name()
                            + ", and a proximal step knows one of them: combine them in one penalty, as enet and sparsegroup do");
        }
        return new Strengths(l1, l2, coupled, decay, keep, true);
    }

    void check(Slot slot) {
        if (general && (l1 > 0 || l2 > 0)) {
            throw new IllegalArgumentException("an elastic net and another penalty act on " + slot.name()
                    + ", and a proximal step knows one of them: combine them in one penalty, as sparsegroup does");
        }
    }
}

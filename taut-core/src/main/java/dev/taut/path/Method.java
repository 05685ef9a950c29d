package dev.taut.path;

/** A way to compute what was asked: a row of the {@link Planner}'s table. */
interface Method {
    /** Whether it computes the right thing in this situation, whatever the price. */
    boolean fits(Situation s);

    /** What it is estimated to take. */
    Cost cost(Situation s);

    /** What is done, in words. */
    String words();
}

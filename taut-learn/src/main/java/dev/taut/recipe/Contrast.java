package dev.taut.recipe;

/** Which levels of a category with three or more become columns; two levels are always one 0/1 column. */
public enum Contrast {
    /**
     * One 0/1 column per level. For penalised fits: no level is special, so the penalty treats all alike. The default.
     */
    ALL_LEVELS,
    /**
     * All levels but the first in {@link dev.taut.data.LevelOrder}. For fits without a penalty, where all levels and
     * an intercept together have no unique solution.
     */
    REFERENCE
}

package dev.taut.solver;

import dev.taut.penalty.SeparableProx;

/** What a forecast may make of a coefficient: one at a kink or bound stays there, and none crosses one. */
interface Kept {
    /**
     * @param forecast the coefficient foreseen
     * @param now      the coefficient there is
     */
    double of(int coordinate, double forecast, double now);

    static Kept at(SeparableProx prox) {
        return (c, forecast, now) -> {
            int j = c % prox.columns();
            double bounded = Math.max(prox.lower(j), Math.min(prox.upper(j), forecast));
            boolean kink = prox.slope(j, 0, 1) != prox.slope(j, 0, -1);
            return kink && Math.signum(bounded) != Math.signum(now) ? 0 : bounded;
        };
    }
}

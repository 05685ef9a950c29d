package dev.taut.knockoff;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The smallest t with (offset + #{W ≤ −t}) / max(1, #{W ≥ t}) ≤ q: with the offset 1, knockoff+, the expected share of
 * false selections is at most q; with 0 a modified share is (Barber and Candès 2015, theorems 1 and 2).
 */
final class Threshold {
    private final double[] statistics;
    private final int offset;

    /**
     * @param offset 1 for knockoff+, 0 for knockoff
     */
    Threshold(double[] statistics, int offset) {
        this.statistics = statistics;
        this.offset = offset;
    }

    /** Empty if there is no such t. */
    OptionalDouble at(double target) {
        return Arrays.stream(statistics)
                .map(Math::abs)
                .filter(t -> t > 0 && share(t) <= target)
                .min();
    }

    /** The least target at which a statistic is selected; empty if that is 1 or more, or the copy wins. */
    OptionalDouble level(double statistic) {
        OptionalDouble least = Arrays.stream(statistics)
                .map(Math::abs)
                .filter(t -> t > 0 && t <= statistic)
                .map(this::share)
                .min();
        return least.isPresent() && least.getAsDouble() < 1 ? least : OptionalDouble.empty();
    }

    private double share(double t) {
        double losses = Arrays.stream(statistics).filter(w -> w <= -t).count();
        double wins = Arrays.stream(statistics).filter(w -> w >= t).count();
        return (offset + losses) / Math.max(1, wins);
    }
}

package dev.taut.testkit;

import dev.taut.penalty.Penalty;
import dev.taut.penalty.SortedPenalty;

class SlopeTest extends BlockPenaltyContract {
    @Override
    protected Penalty penalty() {
        return new SortedPenalty(SortedPenalty.Weights.SLOPE, 0.1);
    }
}

package dev.taut.testkit;

import dev.taut.penalty.Penalty;
import dev.taut.penalty.SortedPenalty;

class OscarTest extends BlockPenaltyContract {
    @Override
    protected Penalty penalty() {
        return new SortedPenalty(SortedPenalty.Weights.OSCAR, 2);
    }
}

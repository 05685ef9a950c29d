package dev.taut.testkit;

import dev.taut.penalty.FusedPenalty;
import dev.taut.penalty.Penalty;

class FusedTest extends BlockPenaltyContract {
    @Override
    protected Penalty penalty() {
        return new FusedPenalty(0.4);
    }
}

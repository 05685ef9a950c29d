package dev.taut.testkit;

import dev.taut.penalty.GroupPenalty;
import dev.taut.penalty.Groups;
import dev.taut.penalty.Penalty;

class SparseGroupTest extends BlockPenaltyContract {
    @Override
    protected Penalty penalty() {
        return new GroupPenalty(Groups.bySource(), 1, 0.3);
    }
}

package dev.taut.testkit;

import dev.taut.penalty.GroupPenalty;
import dev.taut.penalty.Groups;
import dev.taut.penalty.Penalty;

class GroupElasticNetTest extends BlockPenaltyContract {
    @Override
    protected Penalty penalty() {
        return new GroupPenalty(Groups.bySource(), 0.5, 0);
    }
}

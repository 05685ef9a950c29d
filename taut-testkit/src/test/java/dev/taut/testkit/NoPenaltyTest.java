package dev.taut.testkit;

import dev.taut.penalty.Penalty;

class NoPenaltyTest extends PenaltyContract {
    @Override
    protected Penalty penalty() {
        return Penalty.none();
    }
}

package dev.taut.testkit;

import dev.taut.penalty.Penalty;

class RidgeTest extends PenaltyContract {
    @Override
    protected Penalty penalty() {
        return Penalty.ridge();
    }
}

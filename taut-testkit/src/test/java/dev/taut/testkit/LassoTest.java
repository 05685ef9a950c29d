package dev.taut.testkit;

import dev.taut.penalty.Penalty;

class LassoTest extends PenaltyContract {
    @Override
    protected Penalty penalty() {
        return Penalty.lasso();
    }
}

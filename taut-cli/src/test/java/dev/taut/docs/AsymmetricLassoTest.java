package dev.taut.docs;

import dev.taut.penalty.Penalty;
import dev.taut.testkit.PenaltyContract;

// @start region="test"
class AsymmetricLassoTest extends PenaltyContract {
    @Override
    protected Penalty penalty() {
        return new AsymmetricLasso(3);
    }

    @Override
    protected boolean named() {
        return false; // it has no name on the command line
    }
}
// @end region="test"

package dev.taut.testkit;

import dev.taut.penalty.Penalty;

class ElasticNetTest extends PenaltyContract {
    @Override
    protected Penalty penalty() {
        return Penalty.elasticNet(0.3);
    }
}

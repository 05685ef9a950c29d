package dev.taut.testkit;

import dev.taut.loss.Ties;

class CoxEfronLossTest extends CoxLossContract {
    CoxEfronLossTest() {
        super(Ties.EFRON, false, 1);
    }
}

package dev.taut.testkit;

import dev.taut.loss.Ties;

class CoxEfronLateLossTest extends CoxLossContract {
    CoxEfronLateLossTest() {
        super(Ties.EFRON, true, 2);
    }
}

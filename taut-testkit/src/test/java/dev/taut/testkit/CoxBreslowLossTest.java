package dev.taut.testkit;

import dev.taut.loss.Ties;

class CoxBreslowLossTest extends CoxLossContract {
    CoxBreslowLossTest() {
        super(Ties.BRESLOW, false, 1);
    }
}

package dev.taut.testkit;

import dev.taut.loss.Ties;

class CoxBreslowLateLossTest extends CoxLossContract {
    CoxBreslowLateLossTest() {
        super(Ties.BRESLOW, true, 2);
    }
}

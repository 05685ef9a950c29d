package dev.taut.testkit;

import dev.taut.loss.Ties;

class CoxBreslowStrataLossTest extends CoxLossContract {
    CoxBreslowStrataLossTest() {
        super(Ties.BRESLOW, false, 2);
    }
}

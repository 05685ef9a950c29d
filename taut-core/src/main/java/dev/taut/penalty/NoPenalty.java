package dev.taut.penalty;

import dev.taut.design.Features;

/** g(β) = 0 at every λ. */
record NoPenalty() implements Penalty {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public String formula() {
        return "";
    }

    @Override
    public Prox at(double lambda, Features features) {
        return Penalty.ridge().at(0, features);
    }

    @Override
    public double lambdaMax(double[] nullGradient, Features features) {
        return 0;
    }
}

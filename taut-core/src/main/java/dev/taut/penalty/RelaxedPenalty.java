package dev.taut.penalty;

import dev.taut.design.Features;

/**
 * The relaxed lasso (Meinshausen 2007, in the form of Hastie, Tibshirani and Tibshirani 2020): at every λ the lasso selects,
 * the selected columns are fitted without a penalty, and the two fits are blended, β = blend·β_lasso + (1 − blend)·β_refit.
 *
 * @param blend share of the lasso, in [0, 1]; default 0
 */
public record RelaxedPenalty(double blend) implements Penalty {
    public RelaxedPenalty {
        if (!(blend >= 0 && blend <= 1)) {
            throw new IllegalArgumentException("the share of the lasso in relaxed must lie in [0, 1], not " + blend);
        }
    }

    @Override
    public String name() {
        return "relaxed " + blend;
    }

    @Override
    public String formula() {
        return "λ · ‖β‖₁, then " + blend + "·β + " + (1 - blend) + "·(the selected columns fitted without a penalty)";
    }

    @Override
    public Prox at(double lambda, Features features) {
        return Penalty.lasso().at(lambda, features);
    }

    @Override
    public Prox adjusted(double lambda, Features features, Adjustments adjustments) {
        adjustments.refuseBounds(this);
        return Penalty.lasso().adjusted(lambda, features, adjustments);
    }

    @Override
    public double lambdaMax(double[] nullGradient, Features features) {
        return Penalty.lasso().lambdaMax(nullGradient, features);
    }
}

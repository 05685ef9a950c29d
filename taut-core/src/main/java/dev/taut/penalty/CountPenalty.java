package dev.taut.penalty;

import dev.taut.design.Features;
import java.util.Arrays;

/**
 * λ·[ ‖β‖₀ + gamma/2·‖β‖₂² ]: best subset selection (Beale, Kendall and Mann 1967), with ridge against its overfitting where the
 * signal is weak (Hazimeh and Mazumder 2020). λ is the price of a column: what it must lower the loss by to be worth its place.
 *
 * @param gamma ≥ 0, default 0
 */
public record CountPenalty(double gamma) implements Penalty {
    public CountPenalty {
        if (!(gamma >= 0) || Double.isInfinite(gamma)) {
            throw new IllegalArgumentException("gamma of l0 must be a finite number ≥ 0, not " + gamma);
        }
    }

    @Override
    public String name() {
        return gamma == 0 ? "l0" : "l0 " + gamma;
    }

    @Override
    public String formula() {
        return gamma == 0 ? "λ · ‖β‖₀" : "λ · [‖β‖₀ + " + gamma + "·½‖β‖₂²]";
    }

    @Override
    public Prox at(double lambda, Features features) {
        double[] ones = new double[features.size()];
        Arrays.fill(ones, 1);
        return adjusted(lambda, features, Adjustments.of(ones));
    }

    /** A factor multiplies the price of a column, and its ridge. */
    @Override
    public Prox adjusted(double lambda, Features features, Adjustments adjustments) {
        double[] prices = adjustments.factors().clone();
        for (int j = 0; j < prices.length; j++) {
            prices[j] *= lambda;
        }
        SeparableProx shape =
                AdjustedProx.of(gamma == 0 ? Penalty.none() : Penalty.ridge(), lambda * gamma, features, adjustments);
        return new CountProx(prices, shape);
    }
}

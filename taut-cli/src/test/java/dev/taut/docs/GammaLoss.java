package dev.taut.docs;

import dev.taut.loss.Datafit;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import dev.taut.loss.Weights;

// @start region="loss"
/** ℓ(y, η) = y·e^−η + η for y > 0: minus the log-likelihood of the gamma with log link, but for constants. */
public record GammaLoss() implements SmoothLoss {
    @Override
    public String name() {
        return "gamma";
    }

    @Override
    public String formula() {
        return "y·e^−η + η";
    }

    @Override
    public void mean(double[] eta, int outputs) {
        for (int i = 0; i < eta.length; i++) {
            eta[i] = Math.exp(eta[i]);
        }
    }

    @Override
    public Datafit on(Target target, double[] weights) {
        double[] y = target.numbers();
        for (int i = 0; i < y.length; i++) {
            if (!(y[i] > 0)) {
                throw new IllegalArgumentException("the gamma loss needs targets > 0, row " + (i + 1) + " has " + y[i]);
            }
        }
        return new GammaDatafit(y, Weights.normalized(weights, y.length));
    }
}
// @end region="loss"

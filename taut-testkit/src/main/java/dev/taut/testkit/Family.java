package dev.taut.testkit;

import dev.taut.loss.Loss;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import java.util.Arrays;

/** The losses as a textbook writes them, row by row, beside the ones under test. */
enum Family {
    SQUARED(Losses.squared()),
    LOGISTIC(Losses.logistic()),
    MULTINOMIAL(Losses.multinomial()),
    POISSON(Losses.poisson()),
    HUBER(Losses.huber(0.5));

    final Loss loss;

    Family(Loss loss) {
        this.loss = loss;
    }

    /** A target as the loss wants it; class codes are given as numbers. */
    Target target(double[] y, int outputs) {
        return this == MULTINOMIAL
                ? Target.classes(
                        outputs, Arrays.stream(y).mapToInt(v -> (int) v).toArray())
                : Target.of(y);
    }

    /** Plausible targets for rows with these signals. */
    double[] draw(double[] signal, int outputs, Draw draw) {
        double[] y = new double[signal.length];
        for (int i = 0; i < y.length; i++) {
            double noisy = signal[i] + draw.normal();
            y[i] = switch (this) {
                case SQUARED, HUBER -> noisy;
                case LOGISTIC -> noisy > 0 ? 1 : 0;
                case MULTINOMIAL -> i < outputs ? i : Math.floorMod((int) Math.round(noisy), outputs);
                case POISSON -> Math.floor(Math.exp(Math.min(noisy, 3)));
            };
        }
        return y;
    }

    /** ℓ(y, η). */
    double value(double y, double[] eta) {
        return switch (this) {
            case SQUARED -> (y - eta[0]) * (y - eta[0]) / 2;
            case LOGISTIC -> Math.max(eta[0], 0) + Math.log1p(Math.exp(-Math.abs(eta[0]))) - y * eta[0];
            case POISSON -> Math.exp(eta[0]) - y * eta[0];
            case MULTINOMIAL -> logSum(eta) - eta[(int) y];
            case HUBER ->
                Math.abs(y - eta[0]) <= 0.5 ? (y - eta[0]) * (y - eta[0]) / 2 : Math.abs(y - eta[0]) / 2 - 0.125;
        };
    }

    /** ∂ℓ(y, η)/∂η. */
    double[] slope(double y, double[] eta) {
        double[] slope = new double[eta.length];
        double logSum = this == MULTINOMIAL ? logSum(eta) : 0;
        for (int k = 0; k < slope.length; k++) {
            slope[k] = switch (this) {
                case SQUARED -> eta[0] - y;
                case LOGISTIC -> 1 / (1 + Math.exp(-eta[0])) - y;
                case POISSON -> Math.exp(eta[0]) - y;
                case MULTINOMIAL -> Math.exp(eta[k] - logSum) - ((int) y == k ? 1 : 0);
                case HUBER -> Math.abs(eta[0] - y) <= 0.5 ? eta[0] - y : Math.signum(eta[0] - y) / 2;
            };
        }
        return slope;
    }

    private static double logSum(double[] eta) {
        double top = Arrays.stream(eta).max().orElseThrow();
        return top + Math.log(Arrays.stream(eta).map(t -> Math.exp(t - top)).sum());
    }
}

package dev.taut.loss;

import java.util.OptionalDouble;

/** How much more counts vary than a Poisson's: θ of the negative binomial, whose variance is μ + μ²/θ. */
public final class Overdispersion {
    private static final double LEAST = 1e-6;
    private static final double MOST = 1e7;
    private static final int HALVINGS = 60;
    /** Sums of more terms are differences of digamma functions. */
    private static final double LONG = 1000;

    private Overdispersion() {}

    /**
     * θ that makes the counts most likely, their means given (the root of the score in θ; Lawless 1987, "Negative binomial
     * and mixed Poisson regression"); empty if they do not vary more than a Poisson's, for which θ = ∞ is best.
     *
     * @param y       counts ≥ 0
     * @param mean    one per row, &gt; 0
     * @param weights one per row, ≥ 0
     */
    public static OptionalDouble theta(double[] y, double[] mean, double[] weights) {
        double excess = 0;
        for (int i = 0; i < y.length; i++) {
            excess += weights[i] * ((y[i] - mean[i]) * (y[i] - mean[i]) - y[i]);
        }
        if (!(excess > 0) || score(MOST, y, mean, weights) > 0) {
            return OptionalDouble.empty();
        }
        double low = Math.log(LEAST);
        double high = Math.log(MOST);
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (score(Math.exp(middle), y, mean, weights) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(Math.exp(low + (high - low) / 2));
    }

    /** ∂/∂θ of Σ w·log-likelihood. */
    private static double score(double theta, double[] y, double[] mean, double[] weights) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += weights[i]
                    * (digammaDifference(theta, y[i])
                            - Math.log1p(mean[i] / theta)
                            + (mean[i] - y[i]) / (mean[i] + theta));
        }
        return sum;
    }

    /** ψ(θ + y) − ψ(θ): Σ 1/(θ + k) over k &lt; y for whole y. */
    private static double digammaDifference(double theta, double y) {
        if (y > LONG || y != Math.rint(y)) {
            return digamma(theta + y) - digamma(theta);
        }
        double sum = 0;
        for (int k = (int) y - 1; k >= 0; k--) {
            sum += 1 / (theta + k);
        }
        return sum;
    }

    /** ψ(x) by its recurrence and its asymptotic series (Abramowitz and Stegun 6.3.5 and 6.3.18). */
    private static double digamma(double x) {
        double shifted = x;
        double sum = 0;
        while (shifted < 12) {
            sum -= 1 / shifted;
            shifted++;
        }
        double r = 1 / (shifted * shifted);
        double series = r * (1.0 / 12 - r * (1.0 / 120 - r * (1.0 / 252 - r * (1.0 / 240 - r / 132))));
        return sum + Math.log(shifted) - 0.5 / shifted - series;
    }
}

package dev.taut.loss;

import dev.taut.kernel.Vectors;

/**
 * ℓ(y, η) = (y + θ)·log(1 + e^η/θ) − yη for counts y ≥ 0: minus the log-likelihood, but for terms without η, of the
 * negative binomial with mean μ = e^η and variance μ + μ²/θ (NB2; Hilbe 2011, "Negative Binomial Regression").
 *
 * <p>It is the logistic loss of η − log θ with y successes in y + θ trials, hence convex; θ → ∞ gives Poisson.
 *
 * @param theta θ &gt; 0, given
 */
record NegativeBinomialLoss(double theta) implements SmoothLoss {
    NegativeBinomialLoss {
        if (!(theta > 0) || Double.isInfinite(theta)) {
            throw new IllegalArgumentException("θ of the negative binomial is a finite number > 0, not " + theta);
        }
    }

    @Override
    public String name() {
        return "negbin:" + Named.text(theta);
    }

    @Override
    public String formula() {
        String t = Named.text(theta);
        return "(y + " + t + ")·log(1 + e^η/" + t + ") − yη";
    }

    @Override
    public void mean(double[] eta, int outputs) {
        OneSweep.exponentials(eta);
    }

    @Override
    public Datafit on(Target target, double[] weights) {
        double[] y = OneSweep.atLeast(0, true, "negative binomial", target);
        return new Fit(y, Weights.normalized(weights, y.length), theta, Math.log(theta), Vectors.maxAbs(y));
    }

    private record Fit(double[] y, double[] weights, double theta, double shift, double most) implements OneSweep {
        @Override
        public double evaluate(double[] eta, double[] gradient, double[] curvature) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                double z = eta[i] - shift;
                double e = Math.exp(-Math.abs(z));
                double share = 1 / (1 + e);
                double trials = y[i] + theta;
                double p = z >= 0 ? 1 : e;
                double other = z >= 0 ? e : 1;
                sum += weights[i] * (trials * (Math.max(z, 0) + Entropy.logOnePlus(e)) - y[i] * eta[i]);
                gradient[i] = weights[i] * (theta * p - y[i] * other) * share;
                curvature[i] = weights[i] * trials * e * share * share;
            }
            return sum;
        }

        /** (y + θ)/4, at μ = θ, for the largest y. */
        @Override
        public double curvatureBound() {
            return (most + theta) / 4;
        }

        /** A·log A + B·log B − (y + θ)·log(y + θ) + A·log θ with A = y + u and B = θ − u, both ≥ 0. */
        @Override
        public double conjugate(int row, double u) {
            double trials = y[row] + theta;
            double entropy = Entropy.of(y[row], u) + Entropy.of(theta, -u) - trials * Math.log(trials);
            return entropy + (y[row] + u) * shift;
        }

        /** The weighted mean of y, as in every family whose mean alone is fitted. */
        @Override
        public double[] intercepts() {
            return new double[] {Weights.bounded(Math.log(Vectors.dot(weights, y)))};
        }
    }
}

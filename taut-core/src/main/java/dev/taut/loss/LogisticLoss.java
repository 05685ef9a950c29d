package dev.taut.loss;

import dev.taut.kernel.Vectors;

/**
 * ℓ(y, η) = log(1 + e^η) − yη for y in {0, 1}, or a share in [0, 1]: minus the log-likelihood of the binomial with
 * logit link.
 */
record LogisticLoss() implements SmoothLoss {
    @Override
    public String name() {
        return "logistic";
    }

    @Override
    public String formula() {
        return "log(1 + e^η) − yη";
    }

    @Override
    public void mean(double[] eta, int outputs) {
        for (int i = 0; i < eta.length; i++) {
            eta[i] = sigmoid(eta[i]);
        }
    }

    @Override
    public Datafit on(Target target, double[] weights) {
        double[] y = target.numbers();
        for (int i = 0; i < y.length; i++) {
            if (y[i] < 0 || y[i] > 1) {
                throw new IllegalArgumentException(
                        "the logistic loss needs targets in [0, 1], row " + (i + 1) + " has " + y[i]);
            }
        }
        return Fit.of(y, Weights.normalized(weights, y.length));
    }

    /** 1/(1 + e^−η) without overflow. */
    static double sigmoid(double eta) {
        double e = Math.exp(-Math.abs(eta));
        return eta >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    private record Fit(double[] y, double[] weights, double saturated) implements Datafit {
        static Fit of(double[] y, double[] weights) {
            double saturated = 0;
            for (int i = 0; i < y.length; i++) {
                saturated -= weights[i] * (Entropy.of(y[i], 0) + Entropy.of(1 - y[i], 0));
            }
            return new Fit(y, weights, saturated);
        }

        @Override
        public int rows() {
            return y.length;
        }

        @Override
        public double value(double[] eta) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                double e = Math.exp(-Math.abs(eta[i]));
                sum += weights[i] * loss(i, eta[i], e, 1 / (1 + e));
            }
            return sum;
        }

        @Override
        public void gradient(double[] eta, double[] out) {
            for (int i = 0; i < y.length; i++) {
                double e = Math.exp(-Math.abs(eta[i]));
                out[i] = slope(i, eta[i], e, 1 / (1 + e));
            }
        }

        @Override
        public void curvature(double[] eta, double[] out) {
            for (int i = 0; i < y.length; i++) {
                double e = Math.exp(-Math.abs(eta[i]));
                out[i] = bend(i, e, 1 / (1 + e));
            }
        }

        @Override
        public double evaluate(double[] eta, double[] gradient, double[] curvature) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                double e = Math.exp(-Math.abs(eta[i]));
                double share = 1 / (1 + e);
                sum += weights[i] * loss(i, eta[i], e, share);
                gradient[i] = slope(i, eta[i], e, share);
                curvature[i] = bend(i, e, share);
            }
            return sum;
        }

        /** ℓ of row i, with e = exp(−|η|) and share = 1/(1 + e); log(1 + e) as {@link Entropy#logOnePlus} has it. */
        private double loss(int i, double eta, double e, double share) {
            double sum = 1 + e;
            return Math.max(eta, 0) - y[i] * eta + Math.log(sum) + (e - (sum - 1)) * share;
        }

        /** w(p − y), without the cancellation of 1 − p for saturated rows. */
        private double slope(int i, double eta, double e, double share) {
            double p = eta >= 0 ? 1 : e;
            double other = eta >= 0 ? e : 1;
            return weights[i] * ((1 - y[i]) * p - y[i] * other) * share;
        }

        private double bend(int i, double e, double share) {
            return weights[i] * e * share * share;
        }

        @Override
        public double curvatureBound() {
            return 0.25;
        }

        /** ℓ*(u) = q log q + (1 − q) log(1 − q) with q = y + u in [0, 1]. */
        @Override
        public double conjugate(double[] r) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                if (weights[i] == 0) {
                    if (r[i] != 0) {
                        return Double.POSITIVE_INFINITY;
                    }
                    continue;
                }
                double u = r[i] / weights[i];
                sum += weights[i] * (Entropy.of(y[i], u) + Entropy.of(1 - y[i], -u));
            }
            return sum;
        }

        @Override
        public double[] intercepts() {
            double mean = Vectors.dot(weights, y);
            return new double[] {Weights.bounded(Math.log(mean) - Math.log1p(-mean))};
        }
    }
}

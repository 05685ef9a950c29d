package dev.taut.loss;

import dev.taut.kernel.Vectors;

/** ℓ(y, η) = e^η − yη for y ≥ 0: minus the log-likelihood of the Poisson with log link, but for a constant. */
record PoissonLoss() implements SmoothLoss {
    @Override
    public String name() {
        return "poisson";
    }

    @Override
    public String formula() {
        return "e^η − yη";
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
            if (y[i] < 0) {
                throw new IllegalArgumentException(
                        "the Poisson loss needs targets ≥ 0, row " + (i + 1) + " has " + y[i]);
            }
        }
        return Fit.of(y, Weights.normalized(weights, y.length));
    }

    private record Fit(double[] y, double[] weights, double saturated) implements Datafit {
        static Fit of(double[] y, double[] weights) {
            double saturated = 0;
            for (int i = 0; i < y.length; i++) {
                saturated += weights[i] * (y[i] - Entropy.of(y[i], 0));
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
                sum += weights[i] * (Math.exp(eta[i]) - y[i] * eta[i]);
            }
            return sum;
        }

        @Override
        public void gradient(double[] eta, double[] out) {
            for (int i = 0; i < y.length; i++) {
                out[i] = weights[i] * (Math.exp(eta[i]) - y[i]);
            }
        }

        @Override
        public void curvature(double[] eta, double[] out) {
            for (int i = 0; i < y.length; i++) {
                out[i] = weights[i] * Math.exp(eta[i]);
            }
        }

        @Override
        public double evaluate(double[] eta, double[] gradient, double[] curvature) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                double mean = Math.exp(eta[i]);
                sum += weights[i] * (mean - y[i] * eta[i]);
                gradient[i] = weights[i] * (mean - y[i]);
                curvature[i] = weights[i] * mean;
            }
            return sum;
        }

        @Override
        public double curvatureBound() {
            return Double.POSITIVE_INFINITY;
        }

        /** ℓ*(u) = q log q − q with q = y + u ≥ 0. */
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
                sum += weights[i] * (Entropy.of(y[i], u) - y[i] - u);
            }
            return sum;
        }

        @Override
        public double[] intercepts() {
            return new double[] {Weights.bounded(Math.log(Vectors.dot(weights, y)))};
        }
    }
}

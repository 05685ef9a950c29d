package dev.taut.loss;

import dev.taut.kernel.NormalTail;
import dev.taut.kernel.Vectors;

/**
 * ℓ(y, η) = −y·log Φ(η) − (1 − y)·log Φ(−η) for y in {0, 1}, or a share in [0, 1]: minus the log-likelihood of the
 * binomial with probit link, Φ the standard normal distribution. Convex, since Φ is log-concave; its curvature is the
 * observed one.
 */
record ProbitLoss() implements SmoothLoss {
    @Override
    public String name() {
        return "probit";
    }

    @Override
    public String formula() {
        return "−y·log Φ(η) − (1 − y)·log Φ(−η)";
    }

    @Override
    public void mean(double[] eta, int outputs) {
        for (int i = 0; i < eta.length; i++) {
            eta[i] = NormalTail.share(eta[i]);
        }
    }

    @Override
    public Datafit on(Target target, double[] weights) {
        double[] y = OneSweep.shares(name(), target);
        return new Fit(y, Weights.normalized(weights, y.length));
    }

    private record Fit(double[] y, double[] weights) implements OneSweep {
        @Override
        public double evaluate(double[] eta, double[] gradient, double[] curvature) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                double mills = NormalTail.mills(Math.abs(eta[i]));
                double density = NormalTail.density(eta[i]);
                double value = 0;
                double slope = 0;
                double bend = 0;
                if (y[i] > 0) {
                    double hazard = NormalTail.hazard(eta[i], mills, density);
                    value -= y[i] * NormalTail.logShare(eta[i], mills, density);
                    slope -= y[i] * hazard;
                    bend += y[i] * NormalTail.bend(eta[i], hazard);
                }
                if (y[i] < 1) {
                    double hazard = NormalTail.hazard(-eta[i], mills, density);
                    value -= (1 - y[i]) * NormalTail.logShare(-eta[i], mills, density);
                    slope += (1 - y[i]) * hazard;
                    bend += (1 - y[i]) * NormalTail.bend(-eta[i], hazard);
                }
                sum += weights[i] * value;
                gradient[i] = weights[i] * slope;
                curvature[i] = weights[i] * bend;
            }
            return sum;
        }

        /** The supremum of λ(λ + z), at −∞. */
        @Override
        public double curvatureBound() {
            return 1;
        }

        @Override
        public double conjugate(int row, double u) {
            if (u == 0) {
                return -Entropy.ofShare(y[row]);
            }
            if (y[row] == 0 || y[row] == 1) {
                double v = y[row] == 1 ? -u : u;
                return v < 0 ? Double.POSITIVE_INFINITY : Supremum.of(-v, new Side(1), start(v));
            }
            return Supremum.of(u, new Side(y[row]), 0);
        }

        /** Near the z with λ(z) = v: λ(z) is about −z − 1/z far below 0 and φ(z) far above. */
        private static double start(double v) {
            return v > 1 ? 1 / v - v : v > 0.8 ? 0 : Math.sqrt(Math.max(0, -2 * Math.log(v / 0.8)));
        }

        @Override
        public double[] intercepts() {
            double mean = Vectors.dot(weights, y);
            return new double[] {mean > 0 && mean < 1 ? NormalTail.quantile(mean) : mean <= 0 ? -8 : 8};
        }
    }

    /** ℓ as a function of η. */
    private record Side(double y) implements Supremum.Curve {
        @Override
        public double value(double eta) {
            double mills = NormalTail.mills(Math.abs(eta));
            double density = NormalTail.density(eta);
            double lower = y == 1 ? 0 : (1 - y) * NormalTail.logShare(-eta, mills, density);
            return -y * NormalTail.logShare(eta, mills, density) - lower;
        }

        private static double hazard(double eta) {
            return NormalTail.hazard(eta, NormalTail.mills(Math.abs(eta)), NormalTail.density(eta));
        }

        @Override
        public double slope(double eta) {
            return (y == 1 ? 0 : (1 - y) * hazard(-eta)) - y * hazard(eta);
        }

        @Override
        public double bend(double eta) {
            double lower = y == 1 ? 0 : (1 - y) * NormalTail.bend(-eta, hazard(-eta));
            return y * NormalTail.bend(eta, hazard(eta)) + lower;
        }
    }
}

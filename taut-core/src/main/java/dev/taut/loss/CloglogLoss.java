package dev.taut.loss;

import dev.taut.kernel.Vectors;

/**
 * ℓ(y, η) = −y·log(1 − e^−μ) + (1 − y)·μ with μ = e^η, for y in {0, 1}, or a share in [0, 1]: minus the log-likelihood
 * of the binomial with complementary log-log link, P(y = 1) = 1 − e^−μ: whether a Poisson process of mean μ had any
 * event. Convex; its curvature is the observed one.
 */
record CloglogLoss() implements SmoothLoss {
    @Override
    public String name() {
        return "cloglog";
    }

    @Override
    public String formula() {
        return "−y·log(1 − exp(−e^η)) + (1 − y)·e^η";
    }

    @Override
    public void mean(double[] eta, int outputs) {
        for (int i = 0; i < eta.length; i++) {
            eta[i] = -Math.expm1(-Math.exp(eta[i]));
        }
    }

    @Override
    public Datafit on(Target target, double[] weights) {
        double[] y = OneSweep.shares(name(), target);
        return new Fit(y, Weights.normalized(weights, y.length));
    }

    private record Fit(double[] y, double[] weights) implements OneSweep {
        /** Rounding of a gradient −w divided by w. */
        private static final double ROUNDING = 1e-15;

        @Override
        public double evaluate(double[] eta, double[] gradient, double[] curvature) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                double mu = Math.exp(eta[i]);
                double value = 0;
                double slope = 0;
                double bend = 0;
                if (y[i] > 0) {
                    double event = Event.slope(mu);
                    value = y[i] * Event.value(eta[i], mu);
                    slope = y[i] * event;
                    bend = y[i] * Event.bend(mu, event);
                }
                if (y[i] < 1) {
                    double none = (1 - y[i]) * mu;
                    value += none;
                    slope += none;
                    bend += none;
                }
                sum += weights[i] * value;
                gradient[i] = weights[i] * slope;
                curvature[i] = weights[i] * bend;
            }
            return sum;
        }

        @Override
        public double curvatureBound() {
            return Double.POSITIVE_INFINITY;
        }

        /** Slopes are above −y: there, at η → −∞, the supremum is 0. */
        @Override
        public double conjugate(int row, double u) {
            double share = y[row];
            if (u == 0) {
                return -Entropy.ofShare(share);
            }
            if (share == 0) {
                return u > 0 ? u * (Math.log(u) - 1) : Double.POSITIVE_INFINITY;
            }
            if (share == 1 && u > 0) {
                return u <= ROUNDING ? 0 : Double.POSITIVE_INFINITY;
            }
            double above = share + u;
            if (above <= ROUNDING * share) {
                return above >= -ROUNDING * share ? 0 : Double.POSITIVE_INFINITY;
            }
            return Supremum.of(u, new Row(share), Math.log(share == 1 ? -2 * Math.log1p(-above / 2) : above));
        }

        @Override
        public double[] intercepts() {
            double mean = Vectors.dot(weights, y);
            return new double[] {Math.min(3.5, Weights.bounded(Math.log(-Math.log1p(-mean))))};
        }
    }

    /** −log(1 − e^−μ), μ = e^η, as a function of η. */
    private static final class Event {
        /** Below, a series has more digits than the difference. */
        private static final double SMALL = 0.05;
        /** Above, e^−μ and all that comes with it is 0. */
        private static final double LARGE = 750;

        private Event() {}

        static double value(double eta, double mu) {
            if (mu > 0.5) {
                return -Math.log1p(-Math.exp(-mu));
            }
            return (mu > Double.MIN_NORMAL ? -Math.log(-Math.expm1(-mu) / mu) : 0) - eta;
        }

        /** −μ/(e^μ − 1), from −1 to 0. */
        static double slope(double mu) {
            double m = Math.min(mu, LARGE);
            return m > Double.MIN_NORMAL ? -m / Math.expm1(m) : -1;
        }

        /** s(s − μ + 1) for the slope s. */
        static double bend(double mu, double slope) {
            if (mu < SMALL) {
                double square = mu * mu;
                return -slope * (mu / 2 + square * (1 - square * (1.0 / 60 - square / 2520)) / 12);
            }
            return slope * (slope - Math.min(mu, LARGE) + 1);
        }
    }

    /** ℓ as a function of η. */
    private record Row(double y) implements Supremum.Curve {
        @Override
        public double value(double eta) {
            double mu = Math.exp(eta);
            return y * Event.value(eta, mu) + (y == 1 ? 0 : (1 - y) * mu);
        }

        @Override
        public double slope(double eta) {
            double mu = Math.exp(eta);
            return y * Event.slope(mu) + (y == 1 ? 0 : (1 - y) * mu);
        }

        @Override
        public double bend(double eta) {
            double mu = Math.exp(eta);
            return y * Event.bend(mu, Event.slope(mu)) + (y == 1 ? 0 : (1 - y) * mu);
        }
    }
}

package dev.taut.loss;

import dev.taut.kernel.Vectors;

/**
 * ℓ(y, η) = μ^(2−p)/(2−p) + y·μ^(1−p)/(p−1) with μ = e^η, and log μ where an exponent is 0: minus the log-likelihood,
 * but for terms without η, of a family with variance μ^p and log link (Jørgensen 1987, "Exponential dispersion
 * models"): Poisson (p = 1), Tweedie's compound Poisson (1 &lt; p &lt; 2) and gamma (p = 2). Convex in η for these p.
 *
 * @param power p, from 1 to 2
 */
record PowerLoss(double power) implements SmoothLoss {
    PowerLoss {
        if (!(power >= 1 && power <= 2)) {
            throw new IllegalArgumentException("the power of a variance is a number from 1 to 2, not " + power
                    + ": elsewhere the loss is not convex in the linear predictor");
        }
    }

    @Override
    public String name() {
        return power == 1 ? "poisson" : power == 2 ? "gamma" : "tweedie:" + Named.text(power);
    }

    @Override
    public String formula() {
        if (power == 1 || power == 2) {
            return power == 1 ? "e^η − yη" : "η + y·e^−η";
        }
        String up = Named.text(2 - power);
        String down = Named.text(power - 1);
        return "e^(" + up + "η)/" + up + " + y·e^(−" + down + "η)/" + down;
    }

    @Override
    public void mean(double[] eta, int outputs) {
        OneSweep.exponentials(eta);
    }

    @Override
    public Datafit on(Target target, double[] weights) {
        double[] y = OneSweep.atLeast(0, power < 2, power == 1 ? "Poisson" : power == 2 ? "gamma" : "Tweedie", target);
        return new Fit(y, Weights.normalized(weights, y.length), 2 - power, power - 1);
    }

    /**
     * @param up   a = 2 − p
     * @param down b = p − 1 = 1 − a
     */
    private record Fit(double[] y, double[] weights, double up, double down) implements OneSweep {
        @Override
        public double evaluate(double[] eta, double[] gradient, double[] curvature) {
            return down == 0 ? poisson(eta, gradient, curvature) : power(eta, gradient, curvature);
        }

        private double poisson(double[] eta, double[] gradient, double[] curvature) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                double mean = Math.exp(eta[i]);
                sum += weights[i] * (mean - y[i] * eta[i]);
                gradient[i] = weights[i] * (mean - y[i]);
                curvature[i] = weights[i] * mean;
            }
            return sum;
        }

        private double power(double[] eta, double[] gradient, double[] curvature) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                double rising = up == 0 ? 1 : Math.exp(up * eta[i]);
                double falling = y[i] == 0 ? 0 : y[i] * Math.exp(-down * eta[i]);
                sum += weights[i] * ((up == 0 ? eta[i] : rising / up) + falling / down);
                gradient[i] = weights[i] * (rising - falling);
                curvature[i] = weights[i] * (up * rising + down * falling);
            }
            return sum;
        }

        @Override
        public double curvatureBound() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double conjugate(int row, double u) {
            if (down == 0) {
                return Entropy.of(y[row], u) - y[row] - u;
            }
            return up == 0 ? gamma(y[row], u) : y[row] == 0 ? zero(u) : positive(y[row], u);
        }

        /** q·log(q/y) − q with q = 1 − u ≥ 0. */
        private static double gamma(double y, double u) {
            double q = 1 - u;
            return Entropy.of(1, -u) - Math.max(q, 0) * (1 + Math.log(y));
        }

        /** y = 0: the best η is log(u)/a. */
        private double zero(double u) {
            return u > 0 ? u * (Math.log(u) - 1) / up : u == 0 ? 0 : Double.POSITIVE_INFINITY;
        }

        /** With η = log y + t: u·log y + y^a · sup over t of vt − e^(at)/a − e^(−bt)/b, where v = u·y^−a. */
        private double positive(double y, double u) {
            double level = Math.log(y);
            double unit = Math.exp(up * level);
            double v = u / unit;
            // e^(at) is between v and 1 + v for v > 0, and e^(−bt) between −v and 1 − v for v < 0
            double start = v > 0 ? Math.min(v, Math.log1p(v) / up) : Math.max(v, -Math.log1p(-v) / down);
            return u * level + unit * Supremum.of(v, new Balance(up, down), start);
        }

        /** Σ wᵢ(μ^a − yᵢ·μ^−b) = 0 where μ is the weighted mean of y. */
        @Override
        public double[] intercepts() {
            return new double[] {Weights.bounded(Math.log(Vectors.dot(weights, y)))};
        }
    }

    /** f(t) = e^(at)/a + e^(−bt)/b. */
    private record Balance(double up, double down) implements Supremum.Curve {
        @Override
        public double value(double t) {
            return Math.exp(up * t) / up + Math.exp(-down * t) / down;
        }

        /** Next to 0 without the cancellation of the two exponentials. */
        @Override
        public double slope(double t) {
            return Math.expm1(up * t) - Math.expm1(-down * t);
        }

        @Override
        public double bend(double t) {
            return up * Math.exp(up * t) + down * Math.exp(-down * t);
        }
    }
}

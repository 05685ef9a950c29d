package dev.taut.loss;

/**
 * ℓ(y, η) = max(0, |y − η| − ε)²: the squared ε-insensitive loss of support vector regression (Ho and Lin 2012, equation
 * 3).
 *
 * @param epsilon deviations up to it cost nothing; ≥ 0, in units of y
 */
record SquaredInsensitiveLoss(double epsilon) implements SmoothLoss {
    SquaredInsensitiveLoss {
        InsensitiveLoss.checked(epsilon);
    }

    @Override
    public String name() {
        return "squared_svr:" + Named.text(epsilon);
    }

    @Override
    public String formula() {
        return "max(0, |y − η| − " + Named.text(epsilon) + ")²";
    }

    @Override
    public void mean(double[] eta, int outputs) {
        // the identity link
    }

    @Override
    public Datafit on(Target target, double[] weights) {
        return new Fit(target.numbers(), epsilon, Weights.normalized(weights, target.rows()));
    }

    private record Fit(double[] y, double epsilon, double[] weights) implements Datafit {
        @Override
        public int rows() {
            return y.length;
        }

        /** η − y shrunk towards 0 by ε. */
        private double excess(int i, double eta) {
            double d = eta - y[i];
            return d > epsilon ? d - epsilon : Math.min(d + epsilon, 0);
        }

        @Override
        public double value(double[] eta) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                double v = excess(i, eta[i]);
                sum += weights[i] * v * v;
            }
            return sum;
        }

        @Override
        public void gradient(double[] eta, double[] out) {
            for (int i = 0; i < y.length; i++) {
                out[i] = 2 * weights[i] * excess(i, eta[i]);
            }
        }

        @Override
        public void curvature(double[] eta, double[] out) {
            for (int i = 0; i < y.length; i++) {
                out[i] = Math.abs(eta[i] - y[i]) > epsilon ? 2 * weights[i] : 0;
            }
        }

        @Override
        public double curvatureBound() {
            return 2;
        }

        /** ℓ*(u) = uy + ε|u| + u²/4. */
        @Override
        public double conjugate(double[] r) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                if (r[i] != 0) {
                    sum += r[i] * (y[i] + r[i] / weights[i] / 4) + epsilon * Math.abs(r[i]);
                }
            }
            return sum;
        }

        @Override
        public double saturated() {
            return 0;
        }

        @Override
        public double[] intercepts() {
            return new double[] {Constants.least(this, Constants.lowest(y, weights), Constants.highest(y, weights))};
        }
    }
}

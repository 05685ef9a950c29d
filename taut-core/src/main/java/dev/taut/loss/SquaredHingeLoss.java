package dev.taut.loss;

import dev.taut.kernel.Vectors;

/**
 * ℓ(y, η) = max(0, 1 − sη)² with s = 2y − 1 for y in {0, 1}: the squared hinge of a support vector machine (Chang, Hsieh
 * and Lin 2008, equation 2). Its curvature is 2 for rows within the margin and 0 for all others.
 */
record SquaredHingeLoss() implements SmoothLoss {
    @Override
    public String name() {
        return "squared_hinge";
    }

    @Override
    public String formula() {
        return "max(0, 1 − sη)², s = 2y − 1";
    }

    @Override
    public boolean isMargin() {
        return true;
    }

    @Override
    public void mean(double[] eta, int outputs) {
        // decision values: a margin loss has no probabilities
    }

    @Override
    public Datafit on(Target target, double[] weights) {
        return new Fit(Margins.signs(target, "squared hinge loss"), Weights.normalized(weights, target.rows()));
    }

    private record Fit(double[] signs, double[] weights) implements Datafit {
        @Override
        public int rows() {
            return signs.length;
        }

        private double shortfall(int i, double eta) {
            return Math.max(0, 1 - signs[i] * eta);
        }

        @Override
        public double value(double[] eta) {
            double sum = 0;
            for (int i = 0; i < signs.length; i++) {
                double v = shortfall(i, eta[i]);
                sum += weights[i] * v * v;
            }
            return sum;
        }

        @Override
        public void gradient(double[] eta, double[] out) {
            for (int i = 0; i < signs.length; i++) {
                out[i] = -2 * weights[i] * signs[i] * shortfall(i, eta[i]);
            }
        }

        @Override
        public void curvature(double[] eta, double[] out) {
            for (int i = 0; i < signs.length; i++) {
                out[i] = signs[i] * eta[i] < 1 ? 2 * weights[i] : 0;
            }
        }

        @Override
        public double evaluate(double[] eta, double[] gradient, double[] curvature) {
            double sum = 0;
            for (int i = 0; i < signs.length; i++) {
                double v = shortfall(i, eta[i]);
                double slope = 2 * weights[i] * v;
                sum += weights[i] * v * v;
                gradient[i] = -signs[i] * slope;
                curvature[i] = v > 0 ? 2 * weights[i] : 0;
            }
            return sum;
        }

        @Override
        public double curvatureBound() {
            return 2;
        }

        /** ℓ*(u) = v + v²/4 with v = su ≤ 0. */
        @Override
        public double conjugate(double[] r) {
            double sum = 0;
            for (int i = 0; i < signs.length; i++) {
                double v = signs[i] * r[i];
                if (v > 0) {
                    return Double.POSITIVE_INFINITY;
                }
                if (v < 0) {
                    sum += v + v * v / weights[i] / 4;
                }
            }
            return sum;
        }

        @Override
        public double saturated() {
            return 0;
        }

        /** Within −1 … 1 every row is short of its margin, and the loss is a squared one. */
        @Override
        public double[] intercepts() {
            return new double[] {Vectors.dot(weights, signs)};
        }
    }
}

package dev.taut.loss;

import dev.taut.kernel.Vectors;

/** ℓ(y, η) = ½(y − η)². */
record SquaredLoss() implements SmoothLoss {
    @Override
    public String name() {
        return "squared";
    }

    @Override
    public String formula() {
        return "½(y − η)²";
    }

    @Override
    public void mean(double[] eta, int outputs) {
        // the identity link
    }

    @Override
    public Datafit on(Target target, double[] weights) {
        return new Fit(target.numbers(), Weights.normalized(weights, target.rows()));
    }

    private record Fit(double[] y, double[] weights) implements Datafit {
        @Override
        public int rows() {
            return y.length;
        }

        @Override
        public double value(double[] eta) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                double r = y[i] - eta[i];
                sum += weights[i] * r * r;
            }
            return sum / 2;
        }

        @Override
        public void gradient(double[] eta, double[] out) {
            for (int i = 0; i < y.length; i++) {
                out[i] = weights[i] * (eta[i] - y[i]);
            }
        }

        @Override
        public void curvature(double[] eta, double[] out) {
            System.arraycopy(weights, 0, out, 0, y.length);
        }

        @Override
        public boolean isQuadratic() {
            return true;
        }

        @Override
        public double curvatureBound() {
            return 1;
        }

        /** ℓ*(u) = uy + u²/2 with u = r/w. */
        @Override
        public double conjugate(double[] r) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                if (r[i] != 0) {
                    sum += r[i] * (y[i] + r[i] / weights[i] / 2);
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
            return new double[] {Vectors.dot(weights, y)};
        }
    }
}

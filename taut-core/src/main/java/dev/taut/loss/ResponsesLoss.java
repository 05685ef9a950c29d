package dev.taut.loss;

import dev.taut.kernel.Vectors;

/** ½Σₖ(yₖ − ηₖ)² over several numeric responses of a row, each with linear predictors of its own. */
record ResponsesLoss() implements SmoothLoss {
    @Override
    public String name() {
        return "responses";
    }

    @Override
    public String formula() {
        return "½Σₖ(yₖ − ηₖ)²";
    }

    @Override
    public void mean(double[] eta, int outputs) {
        // the identity link
    }

    @Override
    public Datafit on(Target target, double[] weights) {
        if (!(target instanceof Target.Responses responses)) {
            throw new IllegalArgumentException("the loss of several responses needs several numbers a row");
        }
        return new Fit(responses.values(), responses.count(), Weights.normalized(weights, responses.rows()));
    }

    private record Fit(double[] y, int outputs, double[] weights) implements Datafit {
        @Override
        public int rows() {
            return weights.length;
        }

        @Override
        public double value(double[] eta) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                double r = y[i] - eta[i];
                sum += weights[i % weights.length] * r * r;
            }
            return sum / 2;
        }

        @Override
        public void gradient(double[] eta, double[] out) {
            for (int i = 0; i < y.length; i++) {
                out[i] = weights[i % weights.length] * (eta[i] - y[i]);
            }
        }

        @Override
        public void curvature(double[] eta, double[] out) {
            for (int i = 0; i < y.length; i++) {
                out[i] = weights[i % weights.length];
            }
        }

        @Override
        public double curvatureBound() {
            return 1;
        }

        /** ℓ*(u) = Σₖ (uₖyₖ + uₖ²/2) with u = r/w. */
        @Override
        public double conjugate(double[] r) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                if (r[i] != 0) {
                    sum += r[i] * (y[i] + r[i] / weights[i % weights.length] / 2);
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
            double[] means = new double[outputs];
            for (int k = 0; k < outputs; k++) {
                means[k] = Vectors.dot(weights, 0, y, k * weights.length, weights.length);
            }
            return means;
        }
    }
}

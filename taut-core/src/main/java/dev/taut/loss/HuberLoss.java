package dev.taut.loss;

import dev.taut.kernel.Vectors;

/**
 * ℓ(y, η) = ½r² for |r| = |y − η| ≤ δ, and δ|r| − ½δ² beyond: squared for small residuals, absolute for large ones
 * (Huber 1964, "Robust estimation of a location parameter").
 *
 * <p>Its curvature is 1 where |r| &lt; δ and 0 beyond: the second derivative wherever there is one.
 *
 * @param delta δ &gt; 0, in units of y
 */
record HuberLoss(double delta) implements SmoothLoss {
    HuberLoss {
        if (!(delta > 0) || Double.isInfinite(delta)) {
            throw new IllegalArgumentException("δ of the Huber loss is a finite number > 0, not " + delta);
        }
    }

    @Override
    public String name() {
        return "huber:" + Named.text(delta);
    }

    @Override
    public String formula() {
        String d = Named.text(delta);
        return "½(y − η)² up to |y − η| = " + d + ", straight beyond";
    }

    @Override
    public void mean(double[] eta, int outputs) {
        // the identity link
    }

    @Override
    public Datafit on(Target target, double[] weights) {
        return new Fit(target.numbers(), Weights.normalized(weights, target.rows()), delta);
    }

    private record Fit(double[] y, double[] weights, double delta) implements OneSweep {
        /** Rounding of a gradient w·δ divided by w. */
        private static final double ROUNDING = 1e-15;

        @Override
        public double evaluate(double[] eta, double[] gradient, double[] curvature) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                double r = eta[i] - y[i];
                double near = Math.max(-delta, Math.min(delta, r));
                sum += weights[i] * near * (r - near / 2);
                gradient[i] = weights[i] * near;
                curvature[i] = near == r ? weights[i] : 0;
            }
            return sum;
        }

        @Override
        public double curvatureBound() {
            return 1;
        }

        /** uy + ½u² for |u| ≤ δ. */
        @Override
        public double conjugate(int row, double u) {
            return Math.abs(u) <= delta * (1 + ROUNDING) ? u * (y[row] + u / 2) : Double.POSITIVE_INFINITY;
        }

        @Override
        public double[] intercepts() {
            return new double[] {y.length == 0 ? 0 : Supremum.leastOf(new Level(this), Vectors.dot(weights, y))};
        }
    }

    /** F at constant η. */
    private record Level(Fit fit) implements Supremum.Curve {
        @Override
        public double value(double level) {
            return sums(level)[0];
        }

        @Override
        public double slope(double level) {
            return sums(level)[1];
        }

        @Override
        public double bend(double level) {
            return sums(level)[2];
        }

        private double[] sums(double level) {
            double[] sums = new double[3];
            for (int i = 0; i < fit.y.length; i++) {
                double r = level - fit.y[i];
                double near = Math.max(-fit.delta, Math.min(fit.delta, r));
                sums[0] += fit.weights[i] * near * (r - near / 2);
                sums[1] += fit.weights[i] * near;
                sums[2] += near == r ? fit.weights[i] : 0;
            }
            return sums;
        }
    }
}

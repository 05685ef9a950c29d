package dev.taut.loss;

/**
 * ℓ(y, η) = log Σₖ e^ηₖ − η_y: minus the log-likelihood of K classes, one linear predictor per class (the redundant,
 * symmetric parametrisation).
 */
record MultinomialLoss() implements SmoothLoss {
    @Override
    public String name() {
        return "multinomial";
    }

    @Override
    public String formula() {
        return "log Σₖ e^ηₖ − η_y";
    }

    @Override
    public void mean(double[] eta, int outputs) {
        int rows = eta.length / outputs;
        for (int i = 0; i < rows; i++) {
            softmax(eta, i, rows, outputs, eta);
        }
    }

    @Override
    public Datafit on(Target target, double[] weights) {
        if (!(target instanceof Target.Classes classes)) {
            throw new IllegalArgumentException("the multinomial loss needs classes");
        }
        return new Fit(classes.codes(), classes.count(), Weights.normalized(weights, classes.rows()));
    }

    /** The largest η of the row; with it, exponentials cannot overflow. */
    private static double top(double[] eta, int row, int rows, int outputs) {
        double top = eta[row];
        for (int k = 1; k < outputs; k++) {
            top = Math.max(top, eta[k * rows + row]);
        }
        return top;
    }

    private static void softmax(double[] eta, int row, int rows, int outputs, double[] out) {
        double top = top(eta, row, rows, outputs);
        double sum = 0;
        for (int k = 0; k < outputs; k++) {
            double e = Math.exp(eta[k * rows + row] - top);
            out[k * rows + row] = e;
            sum += e;
        }
        for (int k = 0; k < outputs; k++) {
            out[k * rows + row] /= sum;
        }
    }

    private record Fit(int[] y, int outputs, double[] weights) implements Datafit {
        @Override
        public int rows() {
            return y.length;
        }

        @Override
        public double value(double[] eta) {
            int n = y.length;
            double total = 0;
            for (int i = 0; i < n; i++) {
                double top = top(eta, i, n, outputs);
                double sum = 0;
                for (int k = 0; k < outputs; k++) {
                    sum += Math.exp(eta[k * n + i] - top);
                }
                total += weights[i] * (top - eta[y[i] * n + i] + Math.log(sum));
            }
            return total;
        }

        @Override
        public void gradient(double[] eta, double[] out) {
            int n = y.length;
            for (int i = 0; i < n; i++) {
                softmax(eta, i, n, outputs, out);
                // p − 1 as minus the other probabilities, without cancellation for a saturated row
                double others = 0;
                for (int k = 0; k < outputs; k++) {
                    out[k * n + i] *= weights[i];
                    others += k == y[i] ? 0 : out[k * n + i];
                }
                out[y[i] * n + i] = -others;
            }
        }

        @Override
        public void curvature(double[] eta, double[] out) {
            int n = y.length;
            for (int i = 0; i < n; i++) {
                softmax(eta, i, n, outputs, out);
                for (int k = 0; k < outputs; k++) {
                    double p = out[k * n + i];
                    out[k * n + i] = weights[i] * p * (1 - p);
                }
            }
        }

        @Override
        public boolean isSymmetric() {
            return true;
        }

        /** wᵢ (diag(pᵢ) − pᵢpᵢᵀ) vᵢ row by row. */
        @Override
        public void curvatureTimes(double[] eta, double[] v, double[] out) {
            int n = y.length;
            for (int i = 0; i < n; i++) {
                softmax(eta, i, n, outputs, out);
                double mean = 0;
                for (int k = 0; k < outputs; k++) {
                    mean += out[k * n + i] * v[k * n + i];
                }
                for (int k = 0; k < outputs; k++) {
                    out[k * n + i] *= weights[i] * (v[k * n + i] - mean);
                }
            }
        }

        @Override
        public double curvatureBound() {
            return 0.5;
        }

        /** ℓ*(u) = Σₖ qₖ log qₖ with q = e_y + u on the simplex. */
        @Override
        public double conjugate(double[] r) {
            int n = y.length;
            double total = 0;
            for (int i = 0; i < n; i++) {
                double excess = 0;
                double entropy = 0;
                for (int k = 0; k < outputs; k++) {
                    double u = r[k * n + i] == 0 ? 0 : r[k * n + i] / weights[i];
                    excess += u;
                    entropy += Entropy.of(y[i] == k ? 1 : 0, u);
                }
                if (!(Math.abs(excess) <= SIMPLEX)) {
                    return Double.POSITIVE_INFINITY;
                }
                total += weights[i] * entropy;
            }
            return total;
        }

        /** Rounding that a sum of K probabilities may carry. */
        private static final double SIMPLEX = 1e-12;

        @Override
        public double saturated() {
            return 0;
        }

        @Override
        public double[] intercepts() {
            double[] share = new double[outputs];
            for (int i = 0; i < y.length; i++) {
                share[y[i]] += weights[i];
            }
            double mean = 0;
            for (int k = 0; k < outputs; k++) {
                share[k] = Weights.bounded(Math.log(share[k]));
                mean += share[k] / outputs;
            }
            for (int k = 0; k < outputs; k++) {
                share[k] -= mean;
            }
            return share;
        }
    }
}

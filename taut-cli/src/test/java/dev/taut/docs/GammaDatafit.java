package dev.taut.docs;

import dev.taut.loss.Datafit;

// @start region="datafit"
/** F(η) = Σ wᵢ (yᵢ·e^−ηᵢ + ηᵢ). */
record GammaDatafit(double[] y, double[] weights) implements Datafit {
    @Override
    public int rows() {
        return y.length;
    }

    @Override
    public double value(double[] eta) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += weights[i] * (y[i] * Math.exp(-eta[i]) + eta[i]);
        }
        return sum;
    }

    @Override
    public void gradient(double[] eta, double[] out) {
        for (int i = 0; i < y.length; i++) {
            out[i] = weights[i] * (1 - y[i] * Math.exp(-eta[i]));
        }
    }

    @Override
    public void curvature(double[] eta, double[] out) {
        for (int i = 0; i < y.length; i++) {
            out[i] = weights[i] * y[i] * Math.exp(-eta[i]);
        }
    }

    @Override
    public double curvatureBound() {
        return Double.POSITIVE_INFINITY;
    }

    /** ℓ*(u) = q·log(q/y) − q with q = 1 − u ≥ 0. */
    @Override
    public double conjugate(double[] r) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double q = weights[i] == 0 && r[i] == 0 ? 1 : 1 - r[i] / weights[i];
            if (!(q >= 0)) {
                return Double.POSITIVE_INFINITY;
            }
            sum += q == 0 ? 0 : weights[i] * q * (Math.log(q / y[i]) - 1);
        }
        return sum;
    }

    /** The best η is log y: ℓ = 1 + log y. */
    @Override
    public double saturated() {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += weights[i] * (1 + Math.log(y[i]));
        }
        return sum;
    }

    /** Σ wᵢ(1 − yᵢ·e^−b) = 0 at b = log Σ wᵢyᵢ. */
    @Override
    public double[] intercepts() {
        double mean = 0;
        for (int i = 0; i < y.length; i++) {
            mean += weights[i] * y[i];
        }
        return new double[] {Math.log(mean)};
    }
}
// @end region="datafit"

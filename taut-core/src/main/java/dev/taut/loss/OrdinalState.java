package dev.taut.loss;

import dev.taut.kernel.Vectors;
import java.util.Arrays;

/**
 * The best thresholds at one η, and the curvature that is left when they follow η.
 *
 * <p>With Δ = θ_{y+1} − θ_y, σ(a) − σ(b) = σ(a)·σ(−b)·(1 − e^−Δ): the loss is log(1 + e^−a) + log(1 + e^b) − log(1 − e^−Δ), of which the
 * last does not depend on η. The Hessian in θ is tridiagonal, M = LLᵀ, and with C = ∂²/∂η∂θ the curvature is diag(h) − C M⁻¹ Cᵀ.
 */
final class OrdinalState implements Coupling {
    private static final int STEPS = 100;
    private static final double EXACT = 1e-15;
    /** A gradient in θ below which Newton's method has done what it can. */
    private static final double SOLVED = 1e-10;

    private static final double REACH = 50;
    private static final int HALVINGS = 60;
    /** Thresholds start no closer than this. */
    private static final double APART = 1e-3;

    private final OrdinalDatafit fit;
    private final double[] eta;
    private final double[] mass;
    private double[] theta;
    private double[] gradient;
    /** L: its diagonal, and what lies below it. */
    private double[] diagonal;

    private double[] below;

    OrdinalState(OrdinalDatafit fit, double[] eta) {
        this.fit = fit;
        this.eta = eta;
        int m = fit.present().length - 1;
        this.mass = new double[m + 1];
        double center = 0;
        for (int i = 0; i < eta.length; i++) {
            mass[fit.y()[i]] += fit.weights()[i];
            center += fit.weights()[i] * eta[i];
        }
        this.theta = new double[m];
        double share = 0;
        for (int k = 0; k < m; k++) {
            share += mass[k];
            theta[k] = center + Math.log(share / (1 - share));
        }
        this.gradient = new double[m];
        this.diagonal = new double[m];
        this.below = new double[m];
        minimise();
        if (!(Vectors.maxAbs(gradient) <= SOLVED)) {
            restart();
        }
    }

    /**
     * From where each threshold would be if it alone split the classes in two: Σ w σ(θₖ − η) is the share of the classes below, which has a
     * bracketed root for any η and puts thresholds in order.
     */
    private void restart() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double t : eta) {
            low = Math.min(low, t);
            high = Math.max(high, t);
        }
        double share = 0;
        for (int k = 0; k < theta.length; k++) {
            share += mass[k];
            double from = low - REACH;
            double to = high + REACH;
            for (int halving = 0; halving < HALVINGS; halving++) {
                double middle = from + (to - from) / 2;
                double below = 0;
                for (int i = 0; i < eta.length; i++) {
                    below += fit.weights()[i] * logistic(middle - eta[i]);
                }
                from = below < share ? middle : from;
                to = below < share ? to : middle;
            }
            theta[k] = k == 0 ? to : Math.max(to, theta[k - 1] + APART);
        }
        minimise();
    }

    /** The thresholds between the classes that are present. */
    double[] thresholds() {
        return theta.clone();
    }

    private void minimise() {
        double value = value();
        for (int step = 0; step < STEPS; step++) {
            derivatives();
            double[] direction = gradient.clone();
            forward(direction);
            backward(direction);
            double before = value;
            double[] from = theta;
            double size = 1;
            for (; size > 1e-10; size /= 2) {
                theta = from.clone();
                for (int k = 0; k < theta.length; k++) {
                    theta[k] -= size * direction[k];
                }
                value = value();
                if (value <= before + EXACT * Math.abs(before)) {
                    break;
                }
            }
            double moved = 0;
            for (int k = 0; k < theta.length; k++) {
                moved = Math.max(moved, Math.abs(theta[k] - from[k]) / (1 + Math.abs(theta[k])));
            }
            if (!(moved > 4 * EXACT) || size <= 1e-10) {
                break;
            }
        }
        derivatives();
    }

    /** +∞ where thresholds are not in order. */
    double value() {
        double sum = 0;
        for (int k = 1; k < theta.length; k++) {
            double gap = theta[k] - theta[k - 1];
            if (!(gap > 0)) {
                return Double.POSITIVE_INFINITY;
            }
            sum -= mass[k] * Math.log(-Math.expm1(-gap));
        }
        for (int i = 0; i < eta.length; i++) {
            int k = fit.y()[i];
            double row = (k < theta.length ? logOnePlusExp(eta[i] - theta[k]) : 0)
                    + (k > 0 ? logOnePlusExp(theta[k - 1] - eta[i]) : 0);
            sum += fit.weights()[i] * row;
        }
        return sum;
    }

    private static double logOnePlusExp(double t) {
        return Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t)));
    }

    /** σ(t). */
    private static double logistic(double t) {
        return 1 / (1 + Math.exp(-t));
    }

    private static double bend(double t) {
        double e = Math.exp(-Math.abs(t));
        return e / ((1 + e) * (1 + e));
    }

    /** Gradient and factored Hessian in θ. */
    private void derivatives() {
        int m = theta.length;
        Arrays.fill(gradient, 0);
        double[] main = new double[m];
        double[] beside = new double[m];
        for (int i = 0; i < eta.length; i++) {
            int k = fit.y()[i];
            double w = fit.weights()[i];
            if (k < m) {
                gradient[k] -= w * logistic(eta[i] - theta[k]);
                main[k] += w * bend(theta[k] - eta[i]);
            }
            if (k > 0) {
                gradient[k - 1] += w * logistic(theta[k - 1] - eta[i]);
                main[k - 1] += w * bend(theta[k - 1] - eta[i]);
            }
        }
        for (int k = 1; k < m; k++) {
            double rest = Math.expm1(theta[k] - theta[k - 1]);
            double slope = mass[k] / rest;
            double curvature = slope * (1 + 1 / rest);
            gradient[k] -= slope;
            gradient[k - 1] += slope;
            main[k] += curvature;
            main[k - 1] += curvature;
            beside[k] = -curvature;
        }
        for (int k = 0; k < m; k++) {
            below[k] = k == 0 ? 0 : beside[k] / diagonal[k - 1];
            diagonal[k] = Math.sqrt(Math.max(main[k] - below[k] * below[k], Double.MIN_NORMAL));
        }
    }

    /** L⁻¹. */
    private void forward(double[] b) {
        for (int k = 0; k < b.length; k++) {
            b[k] = (b[k] - (k == 0 ? 0 : below[k] * b[k - 1])) / diagonal[k];
        }
    }

    /** L⁻ᵀ. */
    private void backward(double[] b) {
        for (int k = b.length - 1; k >= 0; k--) {
            b[k] = (b[k] - (k + 1 < b.length ? below[k + 1] * b[k + 1] : 0)) / diagonal[k];
        }
    }

    void gradient(double[] out) {
        for (int i = 0; i < out.length; i++) {
            int k = fit.y()[i];
            double up = k < theta.length ? logistic(eta[i] - theta[k]) : 0;
            double down = k > 0 ? logistic(theta[k - 1] - eta[i]) : 0;
            out[i] = fit.weights()[i] * (up - down);
        }
    }

    void curvature(double[] out) {
        double[] h = diagonal();
        double[] unit = new double[theta.length];
        for (int i = 0; i < out.length; i++) {
            Arrays.fill(unit, 0);
            addCross(i, 1, unit);
            forward(unit);
            double taken = 0;
            for (double entry : unit) {
                taken += entry * entry;
            }
            out[i] = Math.max(h[i] - taken, 0);
        }
    }

    @Override
    public double[] diagonal() {
        double[] h = new double[eta.length];
        for (int i = 0; i < h.length; i++) {
            int k = fit.y()[i];
            double both = (k < theta.length ? bend(theta[k] - eta[i]) : 0) + (k > 0 ? bend(theta[k - 1] - eta[i]) : 0);
            h[i] = fit.weights()[i] * both;
        }
        return h;
    }

    @Override
    public int rank() {
        return theta.length;
    }

    /** out += a · row i of C. */
    private void addCross(int i, double a, double[] out) {
        int k = fit.y()[i];
        double w = a * fit.weights()[i];
        if (k < theta.length) {
            out[k] -= w * bend(theta[k] - eta[i]);
        }
        if (k > 0) {
            out[k - 1] -= w * bend(theta[k - 1] - eta[i]);
        }
    }

    @Override
    public void times(double[] v, double[] out) {
        Arrays.fill(out, 0);
        for (int i = 0; i < v.length; i++) {
            addCross(i, v[i], out);
        }
        forward(out);
    }

    @Override
    public void subtractTransposed(double[] u, double[] out) {
        double[] z = u.clone();
        backward(z);
        for (int i = 0; i < out.length; i++) {
            int k = fit.y()[i];
            double product = (k < theta.length ? bend(theta[k] - eta[i]) * z[k] : 0)
                    + (k > 0 ? bend(theta[k - 1] - eta[i]) * z[k - 1] : 0);
            out[i] += fit.weights()[i] * product;
        }
    }
}

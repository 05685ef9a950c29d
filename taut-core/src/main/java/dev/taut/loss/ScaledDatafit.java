package dev.taut.loss;

import dev.taut.kernel.Vectors;
import java.util.Arrays;
import java.util.Optional;

/** F(η) = min over σ of Σ wᵢ [½σ + σ·ρ((yᵢ − ηᵢ)/σ)]: see {@link ScaledHuberLoss}. */
record ScaledDatafit(double[] y, double[] weights, double epsilon) implements Datafit {
    private static final int HALVINGS = 200;

    @Override
    public int rows() {
        return y.length;
    }

    /**
     * σ, where Σ wᵢ min(|rᵢ|/σ, ε)² = 1; 0 if too few residuals differ from 0. From above: the root mean square, and then, for the rows
     * found beyond ε·σ, the σ that would be right if those were all. The left side with these rows fixed is at least the true one, so
     * that σ never falls below its value, and it changes only with the set of rows.
     */
    double scale(double[] eta) {
        double sigma = Double.POSITIVE_INFINITY;
        while (true) {
            double squares = 0;
            double beyond = 0;
            for (int i = 0; i < y.length; i++) {
                double r = Math.abs(y[i] - eta[i]);
                if (r > epsilon * sigma) {
                    beyond += weights[i];
                } else {
                    squares += weights[i] * r * r;
                }
            }
            double next = beyond == 0
                    ? Math.sqrt(squares)
                    : Math.sqrt(Math.max(squares / (1 - epsilon * epsilon * beyond), 0));
            if (!(next < sigma) || next == 0) {
                return Double.isNaN(next) ? sigma : Math.min(next, sigma);
            }
            sigma = next;
        }
    }

    @Override
    public double value(double[] eta) {
        double sigma = scale(eta);
        double sum = sigma / 2;
        for (int i = 0; i < y.length; i++) {
            double r = Math.abs(y[i] - eta[i]);
            boolean far = r > epsilon * sigma;
            sum += r == 0 ? 0 : weights[i] * (far ? epsilon * (r - epsilon * sigma / 2) : r * r / sigma / 2);
        }
        return sum;
    }

    @Override
    public void gradient(double[] eta, double[] out) {
        double sigma = scale(eta);
        for (int i = 0; i < out.length; i++) {
            double r = eta[i] - y[i];
            boolean far = Math.abs(r) > epsilon * sigma;
            out[i] = r == 0 ? 0 : weights[i] * (far ? Math.copySign(epsilon, r) : r / sigma);
        }
    }

    @Override
    public void curvature(double[] eta, double[] out) {
        Shared shared = new Shared(eta);
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.max(shared.diagonal[i] - shared.row[i] * shared.row[i], 0);
        }
    }

    @Override
    public Optional<Coupling> coupling(double[] eta) {
        return Optional.of(new Shared(eta));
    }

    /** Rows share σ: the smaller it is, the larger the curvature. */
    @Override
    public double curvatureBound() {
        return Double.POSITIVE_INFINITY;
    }

    /**
     * It is known, but every gradient lies on the edge of its domain, where rounding would decide; between 0 and a gradient F* is
     * straight, so that nothing is lost by asking there only.
     */
    @Override
    public boolean hasConjugate() {
        return false;
    }

    /** ⟨r, y⟩ where Σ rᵢ²/wᵢ ≤ 1 and |rᵢ| ≤ ε·wᵢ: the support function of that set, moved to y. */
    @Override
    public double conjugate(double[] r) {
        double squares = 0;
        double product = 0;
        for (int i = 0; i < r.length; i++) {
            if (r[i] != 0) {
                squares += r[i] * r[i] / weights[i];
                product += r[i] * y[i];
                if (!(Math.abs(r[i]) <= epsilon * weights[i])) {
                    return Double.POSITIVE_INFINITY;
                }
            }
        }
        return squares <= 1 ? product : Double.POSITIVE_INFINITY;
    }

    @Override
    public double saturated() {
        return 0;
    }

    /** Where the gradient sums to 0: between the least and the largest y. */
    @Override
    public double[] intercepts() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double mean = 0;
        for (int i = 0; i < y.length; i++) {
            mean += weights[i] * y[i];
            low = weights[i] > 0 ? Math.min(low, y[i]) : low;
            high = weights[i] > 0 ? Math.max(high, y[i]) : high;
        }
        if (Double.isInfinite(epsilon) || y.length == 0) {
            return new double[] {mean};
        }
        for (int k = 0; k < HALVINGS && low < high; k++) {
            double middle = low + (high - low) / 2;
            if (middle == low || middle == high) {
                break;
            }
            double slope = slope(middle);
            low = slope <= 0 ? middle : low;
            high = slope >= 0 ? middle : high;
        }
        return new double[] {low + (high - low) / 2};
    }

    private double slope(double constant) {
        double[] eta = new double[y.length];
        Arrays.fill(eta, constant);
        gradient(eta, eta);
        return Vectors.sum(eta, 0, eta.length);
    }

    /** diag(w/σ) of the rows within ε·σ, minus what the change of σ takes away: one row, w·r/(σ²·√(Σ w r²/σ³)). */
    private final class Shared implements Coupling {
        private final double[] diagonal = new double[y.length];
        private final double[] row = new double[y.length];

        Shared(double[] eta) {
            double sigma = scale(eta);
            double squares = 0;
            for (int i = 0; i < row.length; i++) {
                double r = eta[i] - y[i];
                if (sigma > 0 && Math.abs(r) <= epsilon * sigma) {
                    diagonal[i] = weights[i] / sigma;
                    row[i] = weights[i] * r / sigma;
                    squares += weights[i] * r * r / sigma;
                }
            }
            for (int i = 0; i < row.length; i++) {
                row[i] *= squares > 0 ? 1 / Math.sqrt(squares) : 0;
            }
        }

        @Override
        public double[] diagonal() {
            return diagonal;
        }

        @Override
        public int rank() {
            return 1;
        }

        @Override
        public void times(double[] v, double[] out) {
            out[0] = Vectors.dot(row, v);
        }

        @Override
        public void subtractTransposed(double[] u, double[] out) {
            Vectors.shiftedAxpy(-u[0], row, 0, out, 0, out.length);
        }
    }
}

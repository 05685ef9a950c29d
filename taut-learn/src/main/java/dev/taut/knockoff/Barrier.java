package dev.taut.knockoff;

import java.util.Optional;

/**
 * max t·Σ sⱼ + log det(2Σ − diag(s)) + Σ log sⱼ [+ Σ log(1 − sⱼ)] by damped Newton steps, which for such self-concordant
 * functions need no line search (Nesterov and Nemirovskii 1994).
 */
final class Barrier {
    private static final int MOST = 200;
    private static final double DONE = 1e-9;

    private final double[][] correlation;
    private final boolean belowOne;

    /**
     * @param belowOne whether the last sum is there
     */
    Barrier(double[][] correlation, boolean belowOne) {
        this.correlation = correlation;
        this.belowOne = belowOne;
    }

    /**
     * @param start strictly inside
     */
    double[] maximise(double t, double[] start) {
        double[] s = start.clone();
        for (int step = 0; step < MOST; step++) {
            double[] direction = new double[s.length];
            double decrement = newton(t, s, direction);
            double length = decrement < 0.25 ? 1 : 1 / (1 + decrement);
            for (int j = 0; j < s.length; j++) {
                s[j] += length * direction[j];
            }
            if (decrement < DONE * (1 + t)) {
                break;
            }
        }
        return s;
    }

    /** The Newton direction at s; answers its decrement √(gᵀH⁻¹g). */
    private double newton(double t, double[] s, double[] direction) {
        int p = s.length;
        double[][] inverse = inverse(s);
        double[][] curvature = new double[p][p];
        double[] gradient = new double[p];
        for (int j = 0; j < p; j++) {
            gradient[j] = t - inverse[j][j] + 1 / s[j] - (belowOne ? 1 / (1 - s[j]) : 0);
            for (int k = 0; k <= j; k++) {
                curvature[j][k] = inverse[j][k] * inverse[j][k];
            }
            curvature[j][j] += 1 / (s[j] * s[j]) + (belowOne ? 1 / ((1 - s[j]) * (1 - s[j])) : 0);
            direction[j] = gradient[j];
        }
        definite(Factor.of(curvature)).solve(direction);
        double square = 0;
        for (int j = 0; j < p; j++) {
            square += gradient[j] * direction[j];
        }
        return Math.sqrt(Math.max(0, square));
    }

    private double[][] inverse(double[] s) {
        double[][] a = new double[s.length][s.length];
        for (int i = 0; i < s.length; i++) {
            for (int j = 0; j < i; j++) {
                a[i][j] = 2 * correlation[i][j];
            }
            a[i][i] = 2 * correlation[i][i] - s[i];
        }
        return definite(Factor.of(a)).inverse();
    }

    private static Factor definite(Optional<Factor> factor) {
        return factor.orElseThrow(
                () -> new IllegalArgumentException("the correlation matrix is not positive definite"));
    }
}

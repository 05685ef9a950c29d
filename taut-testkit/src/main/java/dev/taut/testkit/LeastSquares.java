package dev.taut.testkit;

import java.util.function.DoubleUnaryOperator;

/** Regression without a penalty the way textbooks do it: Householder QR, and Fisher scoring on top of it. */
final class LeastSquares {
    private LeastSquares() {}

    /** β that minimises Σ wᵢ (yᵢ − xᵢᵀβ)², for columns of full rank. */
    static double[] solve(double[][] columns, double[] y, double[] weights) {
        int n = y.length;
        int p = columns.length;
        double[][] a = new double[p + 1][n];
        for (int i = 0; i < n; i++) {
            double root = Math.sqrt(weights[i]);
            for (int j = 0; j < p; j++) {
                a[j][i] = root * columns[j][i];
            }
            a[p][i] = root * y[i];
        }
        for (int k = 0; k < p; k++) {
            reflect(a, k, n);
        }
        double[] beta = new double[p];
        for (int k = p - 1; k >= 0; k--) {
            double sum = a[p][k];
            for (int j = k + 1; j < p; j++) {
                sum -= a[j][k] * beta[j];
            }
            beta[k] = sum / a[k][k];
        }
        return beta;
    }

    /** Turns column k into a multiple of eₖ below row k, and all later columns with it. */
    private static void reflect(double[][] a, int k, int n) {
        double norm = 0;
        for (int i = k; i < n; i++) {
            norm += a[k][i] * a[k][i];
        }
        norm = -Math.copySign(Math.sqrt(norm), a[k][k]);
        double[] v = a[k].clone();
        v[k] -= norm;
        double square = 0;
        for (int i = k; i < n; i++) {
            square += v[i] * v[i];
        }
        for (int j = k; j < a.length; j++) {
            double product = 0;
            for (int i = k; i < n; i++) {
                product += v[i] * a[j][i];
            }
            for (int i = k; i < n; i++) {
                a[j][i] -= 2 * product / square * v[i];
            }
        }
    }

    /**
     * Fisher scoring for a canonical link: working targets η + (y − μ)/μ′ with weights wμ′, until nothing moves.
     *
     * @param mean     μ(η)
     * @param variance μ′ as a function of μ
     */
    static double[] scoring(
            double[][] columns, double[] y, double[] weights, DoubleUnaryOperator mean, DoubleUnaryOperator variance) {
        double[] beta = new double[columns.length];
        for (int round = 0; round < 50; round++) {
            double[] working = new double[y.length];
            double[] importance = new double[y.length];
            for (int i = 0; i < y.length; i++) {
                double eta = 0;
                for (int j = 0; j < beta.length; j++) {
                    eta += columns[j][i] * beta[j];
                }
                double mu = mean.applyAsDouble(eta);
                double v = variance.applyAsDouble(mu);
                working[i] = eta + (y[i] - mu) / v;
                importance[i] = weights[i] * v;
            }
            beta = solve(columns, working, importance);
        }
        return beta;
    }
}

package dev.taut.interaction;

import dev.taut.kernel.Cholesky;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Whether columns that are not in a model would improve it: Rao's score test, with the columns made orthogonal to those
 * that are, so that shrinkage of the latter does not count as a reason.
 *
 * <p>With gradient g and curvature h of the loss at the model's linear predictor, Z⊥ = Z − X(XᵀHX)⁻¹XᵀHZ and u = Z⊥ᵀg,
 * the statistic is uᵀV⁻¹u / q, compared with F(q, n − k − q). V is the variance of u by the model and, independently of
 * it, that of White (1980), Z⊥ᵀdiag(g²)Z⊥; the smaller statistic of the two counts.
 */
final class ScoreTest {
    private final double[][] basis;
    private final double[] g;
    private final double[] h;
    /** Variance of a row's gradient by the model. */
    private final double[] variance;

    private final Cholesky factor;
    private final int free;

    /**
     * @param basis the columns in the model, the constant among them
     * @param g     gradient of the loss, one per row
     * @param h     its curvature, positive
     * @param unit  Σ of g² / (w h) is divided by n − k unless the loss fixes it to 1
     */
    ScoreTest(double[][] basis, double[] g, double[] h, double[] weights, boolean unit) {
        this.basis = basis;
        this.g = g;
        this.h = h;
        double[][] gram = new double[basis.length][];
        for (int i = 0; i < basis.length; i++) {
            gram[i] = new double[basis.length];
            for (int j = 0; j <= i; j++) {
                gram[i][j] = product(basis[i], basis[j], h);
            }
        }
        this.factor = Cholesky.factor(gram, basis.length);
        int rank = basis.length;
        for (int i = 0; i < basis.length; i++) {
            rank -= factor.dependent(i) ? 1 : 0;
        }
        this.free = (int) Arrays.stream(weights).filter(w -> w > 0).count() - rank;
        double pearson = 0;
        for (int i = 0; i < g.length; i++) {
            pearson += weights[i] * h[i] > 0 ? g[i] * g[i] / (weights[i] * h[i]) : 0;
        }
        double dispersion = unit ? 1 : pearson / Math.max(1, free);
        this.variance = new double[g.length];
        for (int i = 0; i < g.length; i++) {
            variance[i] = dispersion * weights[i] * h[i];
        }
    }

    /** The p-value of these columns together; 1 if they bring nothing that is not in the model. */
    double p(double[][] columns) {
        double[][] rest = new double[columns.length][];
        for (int q = 0; q < columns.length; q++) {
            rest[q] = orthogonal(columns[q]);
        }
        double[] squares = new double[g.length];
        double inflation = (double) g.length / Math.max(1, free);
        for (int i = 0; i < g.length; i++) {
            squares[i] = inflation * g[i] * g[i];
        }
        return Math.max(p(rest, variance), p(rest, squares));
    }

    private double p(double[][] rest, double[] variances) {
        double[] u = new double[rest.length];
        double[][] v = new double[rest.length][rest.length];
        for (int q = 0; q < rest.length; q++) {
            for (int i = 0; i < g.length; i++) {
                u[q] += rest[q][i] * g[i];
            }
            for (int r = 0; r <= q; r++) {
                v[q][r] = product(rest[q], rest[r], variances);
            }
        }
        Cholesky spread = Cholesky.factor(v, rest.length);
        int degrees = 0;
        for (int q = 0; q < rest.length; q++) {
            degrees += spread.dependent(q) ? 0 : 1;
        }
        if (degrees == 0 || free - degrees < 1) {
            return 1;
        }
        double[] solved = u.clone();
        spread.solve(solved);
        double statistic = 0;
        for (int q = 0; q < u.length; q++) {
            statistic += u[q] * solved[q];
        }
        return FDistribution.of(degrees, free - degrees).survivalProbability(statistic / degrees);
    }

    /** The column less its H-weighted projection on the basis; zero where rounding is all that is left. */
    private double[] orthogonal(double[] column) {
        double[] coefficients = new double[basis.length];
        for (int k = 0; k < basis.length; k++) {
            coefficients[k] = product(basis[k], column, h);
        }
        factor.solve(coefficients);
        double[] rest = column.clone();
        for (int k = 0; k < basis.length; k++) {
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= coefficients[k] * basis[k][i];
            }
        }
        boolean lost = product(rest, rest, h) <= 1e-10 * product(column, column, h);
        return lost ? new double[rest.length] : rest;
    }

    private static double product(double[] a, double[] b, double[] weights) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i] * weights[i];
        }
        return sum;
    }
}

package dev.taut.kernel;

import java.util.function.UnaryOperator;

/**
 * Ax = b for a symmetric positive semidefinite A of which only products are known, by conjugate gradients preconditioned by a
 * diagonal (Hestenes and Stiefel 1952).
 */
public final class ConjugateGradients {
    private ConjugateGradients() {}

    /**
     * An approximate solution.
     *
     * @param iterations products with A that it cost
     */
    public record Solution(double[] x, int iterations) {}

    /**
     * Starts at x = 0; a direction along which A is not positive ends it.
     *
     * @param times    v ↦ Av
     * @param b        overwritten by the residual
     * @param diagonal about A's; unknowns where it is not positive stay 0
     * @param share    of the residual, in the metric of 1/diagonal, that is good enough
     * @param most     iterations at most
     */
    public static Solution solve(UnaryOperator<double[]> times, double[] b, double[] diagonal, double share, int most) {
        int n = b.length;
        double[] x = new double[n];
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            z[i] = diagonal[i] > 0 ? b[i] / diagonal[i] : 0;
        }
        double[] direction = z.clone();
        double length = Vectors.dot(b, z);
        double enough = share * share * length;
        int iterations = 0;
        while (iterations < most && length > enough) {
            double[] product = times.apply(direction);
            double along = Vectors.dot(direction, product);
            if (!(along > 0)) {
                break;
            }
            double step = length / along;
            double next = 0;
            for (int i = 0; i < n; i++) {
                x[i] += step * direction[i];
                b[i] -= step * product[i];
                z[i] = diagonal[i] > 0 ? b[i] / diagonal[i] : 0;
                next += b[i] * z[i];
            }
            double turn = next / length;
            for (int i = 0; i < n; i++) {
                direction[i] = z[i] + turn * direction[i];
            }
            length = next;
            iterations++;
        }
        return new Solution(x, iterations);
    }
}

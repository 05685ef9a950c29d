package dev.taut.path;

import dev.taut.design.Design;
import dev.taut.kernel.Vectors;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Problem;

/** Linear predictors and correlations of given coefficients. */
final class NullGradient {
    private NullGradient() {}

    /** β₀ + Xβ + offset, one block of rows per output. */
    static double[] eta(Problem problem, Coefficients coefficients) {
        Design design = problem.design();
        int n = design.rows();
        double[] eta = problem.offset().length > 0 ? problem.offset().clone() : new double[n * coefficients.outputs()];
        for (int k = 0; k < coefficients.outputs(); k++) {
            Vectors.add(coefficients.intercept(k), eta, k * n, n);
        }
        for (int k = 0; k < coefficients.active(); k++) {
            int c = coefficients.coordinate(k);
            int p = coefficients.columns();
            design.axpy(c % p, coefficients.value(k), eta, c / p * n);
        }
        return eta;
    }

    /** Xᵀ∇F(η), one block of columns per output. */
    static double[] of(Problem problem, Coefficients coefficients) {
        double[] eta = eta(problem, coefficients);
        double[] gradient = new double[eta.length];
        problem.datafit().gradient(eta, gradient);
        Design design = problem.design();
        double[] correlations = new double[design.columns() * coefficients.outputs()];
        for (int c = 0; c < correlations.length; c++) {
            correlations[c] = design.dot(c % design.columns(), gradient, c / design.columns() * design.rows());
        }
        return correlations;
    }
}

package dev.taut.solver;

import dev.taut.design.Design;
import dev.taut.kernel.Vectors;

/** η = β₀ + Xβ + offset of given coefficients, one block of rows per output. */
final class LinearPredictors {
    private LinearPredictors() {}

    static double[] of(Problem problem, Coefficients coefficients) {
        Design design = problem.design();
        int n = design.rows();
        int p = design.columns();
        double[] eta = problem.offset().length > 0 ? problem.offset().clone() : new double[n * coefficients.outputs()];
        for (int k = 0; k < coefficients.outputs(); k++) {
            Vectors.add(coefficients.intercept(k), eta, k * n, n);
            int[] columns = new int[coefficients.active()];
            double[] values = new double[columns.length];
            int count = 0;
            for (int i = 0; i < columns.length; i++) {
                if (coefficients.coordinate(i) / p == k) {
                    columns[count] = coefficients.coordinate(i) % p;
                    values[count++] = coefficients.value(i);
                }
            }
            design.axpy(columns, values, new double[count], count, eta, k * n);
        }
        return eta;
    }
}

package dev.taut.solver;

import dev.taut.design.Design;

/** √Σwᵢxᵢ² of every column, in the metric of the weights: what violations and rounding are measured against. */
final class ColumnNorms {
    private ColumnNorms() {}

    static double[] of(Problem problem) {
        Design design = problem.design();
        double[] norms = design.weightedSquares(
                new double[design.columns()], problem.datafit().weights());
        for (int j = 0; j < norms.length; j++) {
            norms[j] = Math.sqrt(norms[j]);
        }
        return norms;
    }
}

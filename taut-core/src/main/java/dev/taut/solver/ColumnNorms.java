package dev.taut.solver;

import dev.taut.design.Design;

/** √Σwᵢxᵢ² of every column, in the metric of the weights: what violations and rounding are measured against. */
final class ColumnNorms {
    private ColumnNorms() {}

    static double[] of(Problem problem) {
        Design design = problem.design();
        double[] weights = problem.datafit().weights();
        double[] norms = new double[design.columns()];
        for (int j = 0; j < norms.length; j++) {
            norms[j] = Math.sqrt(design.weightedSquares(j, 0, weights));
        }
        return norms;
    }
}

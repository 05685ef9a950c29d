package dev.taut.testkit;

import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.design.Standardization;
import dev.taut.design.StandardizedDesign;
import dev.taut.loss.Weights;

class StandardizedDesignTest extends DesignContract {
    private static Standardization standardization(int rows, double[]... columns) {
        return Standardization.of(DenseDesign.ofColumns(rows, columns), Weights.equal(rows), true, true);
    }

    @Override
    protected Design design(int rows, double[]... columns) {
        return StandardizedDesign.of(DenseDesign.ofColumns(rows, columns), standardization(rows, columns));
    }

    @Override
    protected double[][] expected(int rows, double[]... columns) {
        Standardization to = standardization(rows, columns);
        double[][] standardized = new double[columns.length][rows];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < rows; i++) {
                standardized[j][i] = (columns[j][i] - to.centers()[j]) / to.scales()[j];
            }
        }
        return standardized;
    }
}

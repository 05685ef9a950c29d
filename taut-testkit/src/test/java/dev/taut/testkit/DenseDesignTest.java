package dev.taut.testkit;

import dev.taut.design.DenseDesign;
import dev.taut.design.Design;

class DenseDesignTest extends DesignContract {
    @Override
    protected Design design(int rows, double[]... columns) {
        return DenseDesign.ofColumns(rows, columns);
    }
}

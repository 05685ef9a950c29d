package dev.taut.testkit;

import dev.taut.design.Design;
import dev.taut.design.SparseDesign;

class SparseDesignTest extends DesignContract {
    @Override
    protected Design design(int rows, double[]... columns) {
        return SparseDesign.ofColumns(rows, columns);
    }
}

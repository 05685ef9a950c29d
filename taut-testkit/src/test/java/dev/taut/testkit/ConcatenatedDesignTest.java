package dev.taut.testkit;

import dev.taut.design.ConcatenatedDesign;
import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.design.SparseDesign;
import java.util.Arrays;
import java.util.List;

class ConcatenatedDesignTest extends DesignContract {
    @Override
    protected Design design(int rows, double[]... columns) {
        int third = columns.length / 3;
        double[][] first = Arrays.copyOfRange(columns, 0, third);
        double[][] second = Arrays.copyOfRange(columns, third, 2 * third);
        double[][] last = Arrays.copyOfRange(columns, 2 * third, columns.length);
        return ConcatenatedDesign.of(
                rows,
                List.of(
                        DenseDesign.ofColumns(rows, first),
                        SparseDesign.ofColumns(rows, second),
                        DenseDesign.ofColumns(rows, last)));
    }
}

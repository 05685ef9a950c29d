package dev.taut.testkit;

import dev.taut.design.Design;
import dev.taut.design.FloatDesign;
import java.util.Arrays;
import java.util.stream.IntStream;

class FloatDesignTest extends DesignContract {
    @Override
    protected Design design(int rows, double[]... columns) {
        return FloatDesign.ofColumns(
                rows, Arrays.stream(columns).map(FloatDesign::rounded).toArray(float[][]::new));
    }

    @Override
    protected double[][] expected(int rows, double[]... columns) {
        return rounded(columns);
    }

    /** The nearest float32 numbers. */
    static double[][] rounded(double[]... columns) {
        return Arrays.stream(columns)
                .map(FloatDesign::rounded)
                .map(x -> IntStream.range(0, x.length).mapToDouble(i -> x[i]).toArray())
                .toArray(double[][]::new);
    }
}

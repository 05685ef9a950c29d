package dev.taut.testkit;

import dev.taut.design.Design;
import dev.taut.design.Storage;

class MappedFloatDesignTest extends MappedDesignTest {
    @Override
    protected Design design(int rows, double[]... columns) {
        return mapped(Storage.FLOAT32, rows, columns);
    }

    @Override
    protected double[][] expected(int rows, double[]... columns) {
        return FloatDesignTest.rounded(columns);
    }
}

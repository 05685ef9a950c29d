package dev.taut.bench.kernels;

import java.util.SplittableRandom;

/** Standard uniform matrices for the benchmarks, the same in every run. */
final class Matrices {
    private Matrices() {}

    static double[] vector(int length, long seed) {
        return new SplittableRandom(seed).doubles(length, -1, 1).toArray();
    }

    static double[][] of(int vectors, int length) {
        double[][] matrix = new double[vectors][];
        for (int k = 0; k < vectors; k++) {
            matrix[k] = vector(length, k);
        }
        return matrix;
    }
}

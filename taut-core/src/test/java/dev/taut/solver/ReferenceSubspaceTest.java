package dev.taut.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceSubspaceTest {
    private static final int ROWS = 60;
    private static final int COLUMNS = 300;

    private final Random random = new Random(3);

    private double[] normals(int count) {
        return IntStream.range(0, count).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    /** Weights of which some are zero, where a gradient vanishes too. */
    private double[] weights() {
        return IntStream.range(0, ROWS)
                .mapToDouble(i -> i % 7 == 0 ? 0 : random.nextDouble())
                .toArray();
    }

    private double[] gradient(double[] weights) {
        double[] v = normals(ROWS);
        Arrays.setAll(v, i -> v[i] * weights[i]);
        return v;
    }

    private static double[] products(DenseDesign design, double[] v) {
        return IntStream.range(0, COLUMNS).mapToDouble(j -> design.dot(j, v, 0)).toArray();
    }

    @Test
    void missesNoColumnOutsideItsLimits() {
        double[][] columns =
                IntStream.range(0, COLUMNS).mapToObj(j -> normals(ROWS)).toArray(double[][]::new);
        columns[5] = new double[ROWS];
        columns[6] = columns[7].clone();
        DenseDesign design = DenseDesign.ofColumns(ROWS, columns);
        double[] weights = weights();
        double[] norms = IntStream.range(0, COLUMNS)
                .mapToDouble(j -> Math.sqrt(design.weightedSquares(j, 0, weights)))
                .toArray();
        ReferenceSubspace subspace = new ReferenceSubspace(design, weights, norms);
        double[] v = gradient(weights);
        int proved = 0;
        for (int step = 0; step < 40; step++) {
            double[] aside = gradient(weights);
            for (int i = 0; i < ROWS; i++) {
                v[i] += 0.05 * aside[i];
            }
            subspace.look(v);
            double[] exact = products(design, v);
            double[] limit = IntStream.range(0, COLUMNS)
                    .mapToDouble(j -> 6 + 6 * random.nextDouble())
                    .toArray();
            Limits limits = new Limits(Arrays.stream(limit).map(l -> -l).toArray(), limit);
            int[] beyond = subspace.beyond(limits, 0, j -> false);
            int[] outside = IntStream.range(0, COLUMNS)
                    .filter(j -> Math.abs(exact[j]) > limit[j])
                    .toArray();
            assertThat(beyond).contains(outside);
            proved += COLUMNS - beyond.length;
            if (step % 10 == 0) {
                assertThat(subspace.add()).containsExactly(exact, within(1e-12));
            }
        }
        assertThat(proved).as("columns proved inactive without a product").isGreaterThan(10 * COLUMNS);
    }

    @Test
    void nothingLeftIsNoReference() {
        DenseDesign design = DenseDesign.ofColumns(
                ROWS, IntStream.range(0, COLUMNS).mapToObj(j -> normals(ROWS)).toArray(double[][]::new));
        double[] weights = weights();
        double[] norms = IntStream.range(0, COLUMNS)
                .mapToDouble(j -> Math.sqrt(design.weightedSquares(j, 0, weights)))
                .toArray();
        ReferenceSubspace subspace = new ReferenceSubspace(design, weights, norms);
        double[] v = gradient(weights);
        subspace.look(v);
        subspace.add();
        double[] twice = Arrays.stream(v).map(x -> -2 * x).toArray();
        subspace.look(twice);
        assertThat(subspace.add()).containsExactly(products(design, twice), within(1e-12));
        assertThat(subspace.isFull()).isFalse();
    }
}

package dev.taut.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TriangularDesignTest {
    private static final int ROWS = 40;
    private static final int COLUMNS = 7;
    private static final int[] ALL = IntStream.range(0, COLUMNS).toArray();

    private final Random random = new Random(7);

    /** Columns 2 and 5 are equal. */
    private DenseDesign dense() {
        double[][] columns = new double[COLUMNS][];
        for (int j = 0; j < COLUMNS; j++) {
            columns[j] = random.doubles(ROWS, -1, 1).toArray();
        }
        columns[5] = columns[2].clone();
        return DenseDesign.ofColumns(ROWS, columns);
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void productsOfColumnsAreThoseOfTheGramMatrix() {
        double[][] gram = dense().gram(ALL, new double[COLUMNS], 0, ones(ROWS));
        TriangularDesign design = TriangularDesign.of(gram);
        for (int i = 0; i < COLUMNS; i++) {
            for (int j = 0; j <= i; j++) {
                assertThat(design.dot(i, design.column(j), 0)).isCloseTo(gram[i][j], within(1e-12));
            }
        }
    }

    @Test
    void looksGramUpUnderEqualWeightsAndComputesItUnderOthers() {
        TriangularDesign design = TriangularDesign.of(dense().gram(ALL, new double[COLUMNS], 0, ones(ROWS)));
        double[][] columns =
                IntStream.range(0, COLUMNS).mapToObj(design::column).toArray(double[][]::new);
        DenseDesign same = DenseDesign.ofColumns(design.rows(), columns);
        double[] equal = new double[design.rows()];
        Arrays.fill(equal, 0.25);
        double[] others = random.doubles(design.rows(), 0, 1).toArray();
        for (double[] weights : new double[][] {equal, others}) {
            double[][] found = design.gram(ALL, new double[COLUMNS], 3, weights);
            double[][] expected = same.gram(ALL, new double[COLUMNS], 3, weights);
            for (int i = 0; i < expected.length; i++) {
                assertThat(found[i]).containsExactly(expected[i], within(1e-12));
            }
        }
    }

    @Test
    void itsFirstColumnsKeepAllRows() {
        TriangularDesign design = TriangularDesign.of(dense().gram(ALL, new double[COLUMNS], 0, ones(ROWS)));
        assertThat(design.first(3).columns()).isEqualTo(3);
        assertThat(design.first(3).rows()).isEqualTo(COLUMNS);
        assertThat(design.first(3).column(2)).isEqualTo(design.column(2));
    }
}

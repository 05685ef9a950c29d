package dev.taut.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the builder chooses to store, every operation answers what the same matrix stored densely answers. */
class DesignBuilderTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyOperationAgreesWithTheDenseMatrix(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = random.nextInt(1, 60);
        DesignBuilder builder = new DesignBuilder(n);
        List<double[]> columns = new ArrayList<>();
        for (int block = 0; block < random.nextInt(1, 6); block++) {
            if (random.nextBoolean()) {
                double[] column = random.doubles(n, -2, 2).toArray();
                builder.dense(column.clone());
                columns.add(column);
            } else {
                int count = random.nextInt(1, 45);
                int[] codes = random.ints(n, -1, count).toArray();
                builder.oneHot(codes, count);
                for (int k = 0; k < count; k++) {
                    int level = k;
                    columns.add(IntStream.of(codes)
                            .mapToDouble(c -> c == level ? 1 : 0)
                            .toArray());
                }
            }
        }
        agree(builder.build(), DenseDesign.ofColumns(n, columns.toArray(double[][]::new)), random);
    }

    @Test
    void floatsAreTheNearestAndWhatTheyCannotKeepIsNamed() {
        double[] fine = {0.1, 0.2, 1e9 + 0.3, -5};
        double[] year = {2019, 2020, 2021, 2022};
        double[] seconds = {1_700_000_001, 1_700_000_002, 1_700_000_003, 1_700_000_004};
        double[] huge = {1, 2, 3, 1e39};
        double[] infinite = {1, 2, 3, Double.POSITIVE_INFINITY};
        int[] codes = {0, 24, -1, 3};
        DesignBuilder builder = new DesignBuilder(4, Storage.FLOAT32)
                .dense(fine)
                .oneHot(codes, 25)
                .dense(seconds)
                .oneHot(new int[] {1, 0, 1, 1}, 2)
                .dense(year)
                .dense(huge)
                .dense(infinite);
        assertThat(builder.coarse()).containsExactly(26, 30);
        Design design = builder.build();
        assertThat(design.columns()).isEqualTo(32);
        double[] read = new double[4];
        design.read(0, 0, 4, read, 0);
        assertThat(read).containsExactly(0.1f, 0.2f, (float) (1e9 + 0.3), -5);
        design.read(29, 0, 4, read, 0);
        assertThat(read).containsExactly(year);
        design.read(28, 0, 4, read, 0);
        assertThat(read).containsExactly(1, 0, 1, 1);
        DesignBuilder doubles = new DesignBuilder(4).dense(huge).dense(seconds);
        assertThat(doubles.coarse()).isEmpty();
    }

    private static void agree(Design built, Design dense, SplittableRandom random) {
        int n = dense.rows();
        assertThat(built.rows()).isEqualTo(n);
        assertThat(built.columns()).isEqualTo(dense.columns());
        double[] v = random.doubles(n + 3, -1, 1).toArray();
        double[] weights = random.doubles(n, 0, 1).toArray();
        double[] left = v.clone();
        double[] right = v.clone();
        for (int j = 0; j < dense.columns(); j++) {
            double center = random.nextDouble(-1, 1);
            double a = random.nextDouble(-1, 1);
            assertThat(built.dot(j, v, 3)).isCloseTo(dense.dot(j, v, 3), within(1e-12));
            assertThat(built.dot(j, center, v, 3)).isCloseTo(dense.dot(j, center, v, 3), within(1e-12));
            assertThat(built.weightedSquares(j, center, weights))
                    .isCloseTo(dense.weightedSquares(j, center, weights), within(1e-12));
            built.axpy(j, a, left, 3);
            dense.axpy(j, a, right, 3);
            built.axpy(j, a, center, left, 3);
            dense.axpy(j, a, center, right, 3);
        }
        int[] order = IntStream.range(0, dense.columns())
                .map(j -> dense.columns() - 1 - j)
                .filter(j -> j % 3 != 1)
                .toArray();
        double[] a = random.doubles(order.length, -1, 1).toArray();
        double[] centers = random.doubles(order.length, -1, 1).toArray();
        built.axpy(order, a, centers, order.length, left, 0);
        dense.axpy(order, a, centers, order.length, right, 0);
        assertThat(left).containsExactly(right, within(1e-10));
    }

    @Test
    void aWideBlockIsStoredSparse() {
        int[] codes = IntStream.range(0, 1000).map(i -> i % 500).toArray();
        Design design = new DesignBuilder(1000)
                .dense(new double[1000])
                .oneHot(codes, 500)
                .build();
        assertThat(design).isInstanceOf(ConcatenatedDesign.class);
        assertThat(design.nonZeros()).isEqualTo(2000);
    }

    @Test
    void aDesignMayHaveNoColumns() {
        assertThat(new DesignBuilder(4).build().columns()).isZero();
        assertThat(new DesignBuilder(4).build().rows()).isEqualTo(4);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        DesignBuilder builder = new DesignBuilder(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.dense(new double[3]))
                .withMessage("a column has 3 values, expected 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.oneHot(new int[] {0}, 1))
                .withMessage("1 codes, expected 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.oneHot(new int[] {0, 2}, 2))
                .withMessage("code 2 is not below 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConcatenatedDesign.of(2, List.of(DenseDesign.ofColumns(3))))
                .withMessage("a part has 3 rows, expected 2");
    }
}

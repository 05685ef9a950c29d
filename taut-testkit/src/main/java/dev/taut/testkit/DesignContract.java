package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.Design;
import dev.taut.kernel.Vectors;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The laws of every design: each operation is that of a plain matrix, whatever the storage, and stays so for empty
 * shapes, columns of any magnitude and blocks of longer vectors.
 */
public abstract class DesignContract {
    private static final double ROUNDING = 1e-14;

    /** The design under test over the values of these columns. */
    protected abstract Design design(int rows, double[]... columns);

    /** The columns that the design is to equal; a view that changes them overrides this. */
    protected double[][] expected(int rows, double[]... columns) {
        return columns;
    }

    @Test
    void productsAreAdjoint() {
        each((design, columns) -> {
            int n = design.rows();
            double[] b = Draw.seeded(n).normals(design.columns(), 1);
            double[] v = Draw.seeded(n + 1).normals(n, 1);
            double[] xb = new double[n];
            double left = 0;
            double size = 0;
            for (int j = 0; j < design.columns(); j++) {
                design.axpy(j, b[j], xb, 0);
                left += b[j] * design.dot(j, v, 0);
                size += Math.abs(b[j]) * magnitude(columns[j], 0, v);
            }
            assertThat(Vectors.dot(xb, v)).isCloseTo(left, within(ROUNDING * size));
        });
    }

    @Test
    void shapesAreKept() {
        each((design, columns) -> {
            assertThat(design.columns()).isEqualTo(columns.length);
            assertThat(Arrays.stream(columns).allMatch(x -> x.length == design.rows()))
                    .isTrue();
            assertThat(design.nonZeros()).isBetween(0L, (long) design.rows() * design.columns());
        });
    }

    @Test
    void dotIsThatOfAMatrix() {
        each((design, columns) -> {
            int n = design.rows();
            double[] v = Draw.seeded(3).normals(n + 5, 1);
            double[] block = Arrays.copyOfRange(v, 3, n + 3);
            for (int j = 0; j < columns.length; j++) {
                assertThat(design.dot(j, v, 3))
                        .as("column %d", j)
                        .isCloseTo(Vectors.dot(columns[j], block), within(ROUNDING * magnitude(columns[j], 0, block)));
            }
        });
    }

    @Test
    void centredDotIsThatOfAMatrix() {
        each((design, columns) -> {
            double[] v = Draw.seeded(4).normals(design.rows() + 2, 1);
            double[] block = Arrays.copyOfRange(v, 2, design.rows() + 2);
            for (int j = 0; j < columns.length; j++) {
                for (double center : centers(columns[j])) {
                    double expected = Vectors.dot(minus(columns[j], center), block);
                    assertThat(design.dot(j, center, v, 2))
                            .as("column %d about %s", j, center)
                            .isCloseTo(expected, within(ROUNDING * magnitude(columns[j], center, block)));
                }
            }
        });
    }

    @Test
    void axpyIsThatOfAMatrixAndTouchesItsBlockOnly() {
        each((design, columns) -> {
            for (int j = 0; j < columns.length; j++) {
                for (double center : centers(columns[j])) {
                    double[] v = Draw.seeded(5).normals(design.rows() + 4, 1);
                    double[] expected = v.clone();
                    plus(expected, 2, -1.5, minus(columns[j], center));
                    double size = 1 + largest(columns[j]) + Math.abs(center);
                    design.axpy(j, -1.5, center, v, 2);
                    assertThat(v)
                            .as("column %d about %s", j, center)
                            .containsExactly(expected, within(ROUNDING * size));
                    if (center == 0) {
                        design.axpy(j, 1.5, v, 2);
                        assertThat(v)
                                .as("and back")
                                .containsExactly(Draw.seeded(5).normals(v.length, 1), within(ROUNDING * size));
                    }
                }
            }
        });
    }

    @Test
    void oneSweepIsManyAxpys() {
        each((design, columns) -> {
            int p = columns.length;
            int count = (p + 1) / 2;
            int[] which = new int[p];
            double[] a = Draw.seeded(6).normals(p, 1);
            double[] shifts = Draw.seeded(7).normals(p, 1);
            double[] v = Draw.seeded(8).normals(design.rows() + 1, 1);
            double[] expected = v.clone();
            double size = 1;
            for (int k = 0; k < count; k++) {
                which[k] = p - 1 - k;
                a[k] = k == 1 ? 0 : a[k];
                plus(expected, 1, a[k], minus(columns[which[k]], shifts[k]));
                size += Math.abs(a[k]) * (largest(columns[which[k]]) + Math.abs(shifts[k]));
            }
            design.axpy(which, a, shifts, count, v, 1);
            assertThat(v).containsExactly(expected, within(ROUNDING * size));
        });
    }

    @Test
    void oneSweepIsManyDots() {
        each((design, columns) -> {
            int p = columns.length;
            int[] which = new int[p];
            double[] shifts = Draw.seeded(10).normals(p, 1);
            double[] v = Draw.seeded(11).normals(design.rows() + 1, 1);
            double[] block = Arrays.copyOfRange(v, 1, v.length);
            double[] products = new double[p];
            for (int k = 0; k < p; k++) {
                which[k] = p - 1 - k;
                shifts[k] = k == 1 ? 0 : shifts[k];
            }
            design.dot(which, shifts, p, v, 1, products);
            for (int k = 0; k < p; k++) {
                double[] x = columns[which[k]];
                assertThat(products[k])
                        .as("column %d about %s", which[k], shifts[k])
                        .isCloseTo(
                                Vectors.dot(minus(x, shifts[k]), block),
                                within(ROUNDING * magnitude(x, shifts[k], block)));
            }
        });
    }

    @Test
    void runsOfColumnsAreReadAsTheyAre() {
        each((design, columns) -> {
            for (int j = 0; j < columns.length; j++) {
                for (int from = 0; from < design.rows(); from++) {
                    int length = (design.rows() - from + 1) / 2;
                    double[] expected = {7, 7, 7, 7, 7, 7, 7, 7};
                    double[] out = expected.clone();
                    System.arraycopy(columns[j], from, expected, 2, length);
                    design.read(j, from, length, out, 2);
                    assertThat(out)
                            .as("column %d from row %d", j, from)
                            .containsExactly(expected, within(ROUNDING * largest(columns[j])));
                }
            }
        });
    }

    @Test
    void weightedGramIsThatOfAMatrix() {
        each((design, columns) -> {
            double[] weights = Draw.seeded(12).weights(design.rows());
            int[] which = IntStream.range(0, columns.length).toArray();
            for (double[] centers :
                    new double[][] {new double[columns.length], Draw.seeded(13).normals(columns.length, 1)}) {
                gramIsThatOfAMatrix(columns, weights, centers, 0, design.gram(which, centers, 0, weights));
                int from = columns.length / 2;
                gramIsThatOfAMatrix(columns, weights, centers, from, design.gram(which, centers, from, weights));
            }
        });
    }

    private static void gramIsThatOfAMatrix(
            double[][] columns, double[] weights, double[] centers, int from, double[][] rows) {
        assertThat(rows).hasNumberOfRows(columns.length - from);
        for (int i = from; i < columns.length; i++) {
            for (int j = 0; j <= i; j++) {
                double expected = 0;
                double size = 0;
                for (int r = 0; r < weights.length; r++) {
                    expected += weights[r] * (columns[i][r] - centers[i]) * (columns[j][r] - centers[j]);
                    size += weights[r]
                            * (Math.abs(columns[i][r]) + Math.abs(centers[i]))
                            * (Math.abs(columns[j][r]) + Math.abs(centers[j]));
                }
                assertThat(rows[i - from][j]).as("%d, %d", i, j).isCloseTo(expected, within(ROUNDING * size));
            }
        }
    }

    @Test
    void weightedSquaresAreThoseOfAMatrix() {
        each((design, columns) -> {
            double[] weights = Draw.seeded(9).weights(design.rows());
            if (weights.length > 1) {
                weights[1] = 0;
            }
            double sum = Vectors.sum(weights, 0, weights.length);
            weights = Arrays.stream(weights).map(w -> w / sum).toArray();
            for (int j = 0; j < columns.length; j++) {
                for (double center : centers(columns[j])) {
                    double expected = 0;
                    for (int i = 0; i < weights.length; i++) {
                        double d = columns[j][i] - center;
                        expected += weights[i] * d * d;
                    }
                    assertThat(design.weightedSquares(j, center, weights))
                            .as("column %d about %s", j, center)
                            .isCloseTo(expected, within(squaresTolerance() * (expected + 1e-300)));
                }
            }
        });
    }

    /** Relative error that weighted squares may have. */
    protected double squaresTolerance() {
        return 1e-12;
    }

    /** Every shape: ordinary ones, empty ones, one row or column, magnitudes from 1e-12 to 1e12, large means, holes. */
    private void each(BiConsumer<Design, double[][]> law) {
        Seeds.each(30, draw -> {
            int n = draw.integer(1, 9);
            check(law, n, shaped(draw, n, draw.integer(0, 6)));
        });
        check(law, 0);
        check(law, 0, new double[0], new double[0]);
        check(law, 4);
        check(law, 3, new double[3], new double[] {0, 0, 7}, new double[] {5, 5, 5});
    }

    private static double[][] shaped(Draw draw, int n, int p) {
        double[][] columns = draw.columns(n, p);
        for (double[] x : columns) {
            double scale = Math.pow(10, draw.integer(-12, 12));
            double mean = draw.integer(0, 3) == 0 ? 1e9 : 0;
            int holes = draw.integer(0, 3);
            for (int i = 0; i < n; i++) {
                x[i] = holes > 0 && draw.integer(0, 3) < holes ? 0 : mean == 0 ? scale * x[i] : mean + x[i];
            }
        }
        return columns;
    }

    private void check(BiConsumer<Design, double[][]> law, int rows, double[]... columns) {
        law.accept(design(rows, columns), expected(rows, columns));
    }

    private static double[] centers(double[] x) {
        return new double[] {0, x.length == 0 ? 1 : Vectors.sum(x, 0, x.length) / x.length, -2.5};
    }

    private static double[] minus(double[] x, double center) {
        return Arrays.stream(x).map(value -> value - center).toArray();
    }

    private static void plus(double[] v, int offset, double a, double[] x) {
        for (int i = 0; i < x.length; i++) {
            v[offset + i] += a * x[i];
        }
    }

    /** Σ (|xᵢ| + |center|)·|vᵢ|, in units of which rounding is measured. */
    private static double magnitude(double[] x, double center, double[] v) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (Math.abs(x[i]) + Math.abs(center)) * Math.abs(v[i]);
        }
        return sum;
    }

    private static double largest(double[] x) {
        return Vectors.maxAbs(x);
    }
}

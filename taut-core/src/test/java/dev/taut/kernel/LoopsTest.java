package dev.taut.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Each twin is what its formula says within n · 2⁻⁵³ · Σ|products| and a little, over sizes around every block that a loop
 * takes. Both twins are tried where the JVM has the Vector API, as the build's second run of this test does.
 */
class LoopsTest {
    private static final int[] SIZES = {
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17, 23, 24, 25, 31, 32, 33, 47, 63, 64, 65, 100, 127, 128,
        129, 255, 256, 257, 599, 1000, 4095, 4096, 4097
    };
    private static final int[] OFFSETS = {0, 1, 3, 8};
    private static final double CENTER = 0.3;

    private final Random random = new Random(11);

    private static List<Loops> twins() {
        List<Loops> twins = new ArrayList<>(List.of(new ScalarLoops()));
        Kernels.vector().ifPresent(twins::add);
        return twins;
    }

    private double[] vector(int length) {
        return random.doubles(length, -1, 1).toArray();
    }

    private static double rounding(int n, double size) {
        return (n + 8) * 0x1p-53 * size;
    }

    private interface Shape {
        void at(int n, int offset, int other);
    }

    private static void shapes(Shape shape) {
        for (int n : SIZES) {
            for (int offset : OFFSETS) {
                shape.at(n, offset, (offset * 7 + n) % 5);
            }
        }
    }

    /** Σ|aᵢ − center||bᵢ| and Σ(aᵢ − center)bᵢ, the plainest way. */
    private static double[] sums(double[] a, int aFrom, double center, double[] b, int bFrom, int n) {
        double[] sums = new double[2];
        for (int i = 0; i < n; i++) {
            sums[0] += (Math.abs(a[aFrom + i]) + Math.abs(center)) * Math.abs(b[bFrom + i]);
            sums[1] += (a[aFrom + i] - center) * b[bFrom + i];
        }
        return sums;
    }

    @Test
    void sumsOfProducts() {
        shapes((n, from, other) -> {
            double[] a = vector(n + from);
            double[] b = vector(n + other + 2);
            double[] plain = sums(a, from, 0, b, other, n);
            double[] centred = sums(a, from, CENTER, b, other, n);
            for (Loops loops : twins()) {
                assertThat(loops.dot(a, from, b, other, n))
                        .as("%s, %d", loops.name(), n)
                        .isCloseTo(plain[1], within(2 * rounding(n, plain[0])));
                assertThat(loops.shiftedDot(a, from, CENTER, b, other, n))
                        .as("%s, %d", loops.name(), n)
                        .isCloseTo(centred[1], within(2 * rounding(n, centred[0])));
            }
        });
    }

    @Test
    void fourColumnsAreFourTimesOne() {
        shapes((n, at, from) -> {
            double[][] panel = {vector(n + at), vector(n + at), vector(n + at), vector(n + at)};
            double[] v = vector(n + from);
            double[] centers = vector(6);
            for (Loops loops : twins()) {
                double[] out = vector(6);
                double[] expected = out.clone();
                loops.dotFour(panel, at, centers, 1, v, from, n, out);
                for (int q = 0; q < 4; q++) {
                    double one = loops.dotOne(panel[q], at, centers[1 + q], v, from, n);
                    double[] sums = sums(panel[q], at, centers[1 + q], v, from, n);
                    assertThat(one).as("%s, %d", loops.name(), n).isCloseTo(sums[1], within(2 * rounding(n, sums[0])));
                    expected[1 + q] += one;
                }
                assertThat(out).as("%s, %d", loops.name(), n).isEqualTo(expected);
            }
        });
    }

    @Test
    void sumsOfVectorsTouchTheirEntriesOnly() {
        shapes((n, xFrom, yFrom) -> {
            double[] x = vector(n + xFrom);
            double[] y = vector(n + yFrom + 9);
            double[] expected = y.clone();
            for (int i = 0; i < n; i++) {
                expected[yFrom + i] += 1.7 * (x[xFrom + i] - CENTER);
            }
            for (Loops loops : twins()) {
                double[] out = y.clone();
                loops.shiftedAxpy(1.7, x, xFrom, CENTER, out, yFrom, n);
                assertThat(out).as("%s, %d", loops.name(), n).containsExactly(expected, within(0x1p-50));
                assertThat(Arrays.copyOfRange(out, yFrom + n, out.length))
                        .isEqualTo(Arrays.copyOfRange(y, yFrom + n, y.length));
            }
        });
    }

    @Test
    void rowsOfATriangle() {
        for (int n : new int[] {4, 5, 7, 8, 9, 16, 23, 40, 301}) {
            for (int first : new int[] {0, 2}) {
                if (first + 4 <= n) {
                    rows(n, first, first + 4 + (n - first - 4) / 3);
                }
            }
        }
    }

    private void rows(int n, int first, int from) {
        double[][] rows = IntStream.range(0, n).mapToObj(i -> vector(n - i)).toArray(double[][]::new);
        double[] before = vector(n);
        double[] behind = before.clone();
        double[] ahead = before.clone();
        double size = 0;
        for (int q = first; q < first + 4; q++) {
            for (int j = first + 4; j < n; j++) {
                behind[j] -= j < from ? 0 : before[q] * rows[q][j - q];
                ahead[q] -= before[j] * rows[q][j - q];
                size += Math.abs(before[j] * rows[q][j - q]);
            }
        }
        for (Loops loops : twins()) {
            double[] b = before.clone();
            loops.subtractRows(rows, first, b, from, n);
            assertThat(b).as("%s, %d", loops.name(), n).containsExactly(behind, within(0x1p-48));
            b = before.clone();
            loops.subtractDots(rows, first, b, n);
            assertThat(b).as("%s, %d", loops.name(), n).containsExactly(ahead, within(2 * rounding(n, size)));
        }
    }

    @Test
    void gramMatrices() {
        for (int m : new int[] {0, 1, 3, 4, 7, 8, 15, 16, 17, 33, 63, 64, 65, 66, 100, 131, 257, 600}) {
            for (int count : new int[] {4, 28, 32, 64, 132}) {
                double[][] x =
                        IntStream.range(0, count).mapToObj(r -> vector(m)).toArray(double[][]::new);
                for (int first : new int[] {0, 1, m / 2, m - m / 7, m}) {
                    if (first <= m) {
                        gram(x, count, first, 0, m, 1);
                        gram(x, count, first, first, m, -1);
                    }
                }
            }
        }
    }

    private void gram(double[][] x, int count, int first, int left, int m, double sign) {
        double[][] before = IntStream.range(0, m).mapToObj(i -> vector(i + 1)).toArray(double[][]::new);
        List<double[][]> found = new ArrayList<>();
        for (Loops loops : twins()) {
            double[][] lower = Arrays.stream(before).map(double[]::clone).toArray(double[][]::new);
            loops.addGram(sign, x, count, first, left, lower);
            found.add(lower);
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                double expected = before[i][j];
                double size = Math.abs(expected);
                for (int r = 0; i >= first && j >= left && r < count; r++) {
                    expected += sign * x[r][i] * x[r][j];
                    size += Math.abs(x[r][i] * x[r][j]);
                }
                for (double[][] lower : found) {
                    if (!(Math.abs(lower[i][j] - expected) <= 2 * rounding(count, size))) {
                        assertThat(lower[i][j])
                                .as("%d × %d from row %d: entry %d, %d", count, m, first, i, j)
                                .isEqualTo(expected);
                    }
                }
            }
        }
    }

    /** Sums in a fixed order: what the interpreter finds, compiled code finds. */
    @Test
    void compilingChangesNothing() {
        double[] a = vector(1000);
        double[] b = vector(1000);
        for (Loops loops : twins()) {
            double first = loops.dot(a, 0, b, 0, 1000);
            for (int k = 0; k < 20_000; k++) {
                assertThat(loops.dot(a, 0, b, 0, 1000) == first).isTrue();
            }
        }
    }

    /** Whether the Vector API is chosen where it is there, and only there. */
    @Test
    void theChoiceIsSaid() {
        Optional<Loops> vector = Kernels.vector();
        assertThat(Kernels.chosen()).isEqualTo(vector.map(Loops::name).orElse("plain Java"));
        Assumptions.assumeTrue(vector.isPresent());
        assertThat(Kernels.chosen()).matches("Vector API, (256|512|1024|2048) bits");
    }
}

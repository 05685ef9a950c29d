package dev.taut.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Each twin is what its formula says, and both agree to the bit, over sizes around every block that a loop takes. */
class FloatLoopsTest {
    private static final int[] SIZES = {0, 1, 2, 3, 5, 6, 7, 8, 9, 13, 15, 16, 17, 31, 32, 33, 40, 47, 64, 65};
    private static final int[] DEPTHS = {0, 1, 2, 9, 383, 384, 385, 800};
    private static final float STANDS = 7.5f;

    private final Random random = new Random(5);
    private final FloatLoops plain = new ScalarFloatLoops();

    private static Optional<FloatLoops> vector() {
        return Kernels.vectorFloats();
    }

    private static List<FloatLoops> twins() {
        return Stream.concat(Stream.of(new ScalarFloatLoops()), vector().stream())
                .toList();
    }

    private float[] vector(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextInt(8) == 0 ? 0f : (float) random.nextGaussian();
        }
        return values;
    }

    @Test
    void aProductIsSumsInAscendingOrder() {
        for (int m : SIZES) {
            int n = SIZES[random.nextInt(SIZES.length)];
            for (int k : DEPTHS) {
                float[] a = vector(m * k + 3);
                float[] b = vector(k * n + 2);
                float[] c = vector(m * n + 1);
                for (FloatLoops loops : twins()) {
                    float[] rows = c.clone();
                    loops.multiply(m, n, k, a, 3, k, 1, b, 2, rows, 1);
                    assertThat(rows).isEqualTo(product(m, n, k, a, 3, k, 1, b, 2, c, 1));
                    float[] columns = c.clone();
                    loops.multiply(m, n, k, a, 3, 1, m, b, 2, columns, 1);
                    assertThat(columns).isEqualTo(product(m, n, k, a, 3, 1, m, b, 2, c, 1));
                }
            }
        }
    }

    /** The plainest way. */
    private static float[] product(
            int m,
            int n,
            int k,
            float[] a,
            int aFrom,
            int aRow,
            int aStep,
            float[] b,
            int bFrom,
            float[] c,
            int cFrom) {
        float[] out = c.clone();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float sum = c[cFrom + i * n + j];
                for (int p = 0; p < k; p++) {
                    sum = Math.fma(a[aFrom + i * aRow + p * aStep], b[bFrom + p * n + j], sum);
                }
                out[cFrom + i * n + j] = sum;
            }
        }
        return out;
    }

    @Test
    void aProductErrsByItsRoundings() {
        int k = 1000;
        float[] a = vector(k);
        float[] b = vector(k);
        double exact = 0;
        double size = 0;
        for (int p = 0; p < k; p++) {
            exact += (double) a[p] * b[p];
            size += Math.abs((double) a[p] * b[p]);
        }
        for (FloatLoops loops : twins()) {
            float[] c = new float[1];
            loops.multiply(1, 1, k, a, 0, k, 1, b, 0, c, 0);
            assertThat((double) c[0]).isCloseTo(exact, within(k * 0x1p-24 * size));
        }
    }

    @Test
    void aTransposeIsOne() {
        for (int rows : SIZES) {
            for (int columns : SIZES) {
                float[] a = vector(rows * columns + 2);
                float[] out = new float[rows * columns];
                Floats.transpose(a, 2, rows, columns, out);
                for (int i = 0; i < rows * columns; i++) {
                    assertThat(out[i % columns * rows + i / columns]).isEqualTo(a[2 + i]);
                }
            }
        }
    }

    @Test
    void elementsAreTreatedAlike() {
        for (int n : SIZES) {
            float[] x = vector(n + 1);
            float[] y = vector(n + 2);
            for (FloatLoops loops : twins()) {
                float[] rectified = filled(n + 1);
                loops.rectify(x, rectified, n);
                float[] back = filled(n + 1);
                loops.rectifyBack(rectified, y, back, n);
                float[] larger = y.clone();
                loops.maximum(x, 1, larger, 2, n);
                float[] sum = y.clone();
                loops.axpy(0.3f, x, 1, sum, 2, n);
                for (int i = 0; i < n; i++) {
                    assertThat(rectified[i]).isEqualTo(x[i] > 0 ? x[i] : 0f);
                    assertThat(back[i]).isEqualTo(x[i] > 0 ? y[i] : 0f);
                    assertThat(larger[i + 2]).isEqualTo(x[i + 1] > y[i + 2] ? x[i + 1] : y[i + 2]);
                    assertThat(sum[i + 2]).isEqualTo(Math.fma(0.3f, x[i + 1], y[i + 2]));
                }
                assertThat(new float[] {rectified[n], back[n], larger[0], larger[1], sum[0], sum[1]})
                        .containsExactly(STANDS, STANDS, y[0], y[1], y[0], y[1]);
            }
        }
    }

    @Test
    void columnsAreTreatedAlike() {
        for (int columns : SIZES) {
            int rows = 1 + random.nextInt(9);
            float[] x = vector(rows * columns);
            float[] scale = vector(columns);
            float[] shift = vector(columns);
            float[] y = vector(rows * columns);
            for (FloatLoops loops : twins()) {
                float[] scaled = x.clone();
                loops.scaleColumns(scaled, rows, columns, scale, shift, scaled);
                float[] added = y.clone();
                loops.addScaledColumns(x, rows, columns, scale, added);
                float[] sums = shift.clone();
                int from = columns * (rows / 2);
                loops.addColumnProducts(x, y, from, rows - rows / 2, columns, sums);
                for (int i = 0; i < rows * columns; i++) {
                    int c = i % columns;
                    assertThat(scaled[i]).isEqualTo(Math.fma(x[i], scale[c], shift[c]));
                    assertThat(added[i]).isEqualTo(Math.fma(x[i], scale[c], y[i]));
                }
                for (int c = 0; c < columns; c++) {
                    float sum = shift[c];
                    for (int i = from + c; i < rows * columns; i += columns) {
                        sum = Math.fma(x[i], y[i], sum);
                    }
                    assertThat(sums[c]).isEqualTo(sum);
                }
            }
        }
    }

    @Test
    void theFirstOfEqualNumbersIsMet() {
        for (int n : SIZES) {
            float[] x = vector(n + 2);
            float[] dy = vector(n + 1);
            for (FloatLoops loops : twins()) {
                float[] m = vector(n);
                for (int i = 0; i < n; i += 2) {
                    m[i] = x[i + 2];
                }
                float[] before = m.clone();
                float[] dx = filled(n + 2);
                loops.takeMaximum(x, 2, m, dy, 1, dx, n);
                for (int i = 0; i < n; i++) {
                    boolean met = before[i] == x[i + 2];
                    assertThat(dx[i + 2]).isEqualTo(met ? dy[i + 1] : 0f);
                    assertThat(Float.isNaN(m[i])).isEqualTo(met);
                }
                loops.takeMaximum(x, 2, m, dy, 1, dx, n);
                for (int i = 0; i < n; i += 2) {
                    assertThat(dx[i + 2]).as("met once").isZero();
                }
            }
        }
    }

    private static float[] filled(int length) {
        float[] values = new float[length];
        java.util.Arrays.fill(values, STANDS);
        return values;
    }

    /** w, both moments and the gradient. */
    private record Entries(float[] w, float[] m, float[] v, float[] g) {
        Entries copy() {
            return new Entries(w.clone(), m.clone(), v.clone(), g.clone());
        }
    }

    private Entries entries(int n) {
        float[] squares = vector(n);
        for (int i = 0; i < n; i++) {
            squares[i] *= squares[i];
        }
        return new Entries(vector(n), vector(n), squares, vector(n));
    }

    private static List<FloatStep> steps() {
        return List.of(
                new FloatStep(1, 0, 0.9f, 0.1f, 0.999f, 0.01f, 1.5f, 1e-8f, 1, 0, 0, false),
                new FloatStep(0.5f, 0.2f, 0.9f, 1, 0.99f, 0.1f, 1, 1e-8f, 0.9f, 0.05f, 0, false),
                new FloatStep(2, 0, 0, 1, 0.9f, 0.3f, 1, 1e-6f, 1, 0.4f, 0.2f, true));
    }

    @Test
    void twinsStepAlike() {
        Assumptions.assumeTrue(vector().isPresent());
        forEachStep((before, step) -> {
            Entries one = before.copy();
            Entries other = before.copy();
            int from = Math.min(1, one.w.length);
            plain.adaptiveStep(one.w, one.m, one.v, one.g, from, one.w.length, step);
            vector().orElseThrow().adaptiveStep(other.w, other.m, other.v, other.g, from, other.w.length, step);
            assertThat(other.w).isEqualTo(one.w);
            assertThat(other.m).isEqualTo(one.m);
            assertThat(other.v).isEqualTo(one.v);
            plain.momentumStep(one.w, one.v, one.g, from, one.w.length, step);
            vector().orElseThrow().momentumStep(other.w, other.v, other.g, from, other.w.length, step);
            assertThat(other.w).isEqualTo(one.w);
            assertThat(other.v).isEqualTo(one.v);
        });
    }

    private void forEachStep(BiConsumer<Entries, FloatStep> check) {
        for (int n : SIZES) {
            for (FloatStep step : steps()) {
                check.accept(entries(n), step);
            }
        }
    }

    /** w is the minimiser of ½d(w − (shrink·w₀ − first·m/d))² + l1|w| + ½l2w², by its optimality conditions in double. */
    @Test
    void anAdaptiveStepIsAProximalStepInItsMetric() {
        forEachStep((before, step) -> {
            Entries after = before.copy();
            plain.adaptiveStep(after.w, after.m, after.v, after.g, 0, after.w.length, step);
            for (int i = 0; i < after.w.length; i++) {
                double d = Math.sqrt((double) after.v[i] * step.second()) + step.epsilon();
                double slope = d * (after.w[i] - step.shrink() * (double) before.w[i]) + step.first() * after.m[i];
                if (step.keep() && before.w[i] == 0) {
                    assertThat(Float.floatToRawIntBits(after.w[i])).isZero();
                } else if (after.w[i] == 0) {
                    assertThat(Math.abs(slope)).isLessThanOrEqualTo(step.l1() + 1e-6 * (1 + d));
                    assertThat(Float.floatToRawIntBits(after.w[i]))
                            .as("no minus zero")
                            .isZero();
                } else {
                    double kink = Math.copySign(step.l1(), after.w[i]) + step.l2() * after.w[i];
                    assertThat(slope).isCloseTo(-kink, within(2e-6 * (1 + d)));
                }
            }
        });
    }
}

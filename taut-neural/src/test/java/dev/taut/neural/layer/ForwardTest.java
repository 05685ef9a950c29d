package dev.taut.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What layers answer is what their formulas say, in double and the plainest way. */
class ForwardTest {
    private static final Shape IMAGE = new Shape(6, 5, 3);

    private static Map<String, Slot> slots(Bench bench) {
        return bench.layout.slots().stream()
                .collect(Collectors.toMap(slot -> slot.name().replaceAll(".*\\.", ""), s -> s));
    }

    @Test
    void dense() {
        Bench bench = new Bench(Shape.flat(9), Dense.of(4));
        Slot weight = slots(bench).get("weight");
        Slot bias = slots(bench).get("bias");
        float[] y = bench.predict();
        for (int i = 0; i < Bench.ROWS; i++) {
            for (int unit = 0; unit < 4; unit++) {
                double sum = bench.theta[bias.from() + unit];
                for (int j = 0; j < 9; j++) {
                    sum += (double) bench.x[i * 9 + j] * bench.theta[weight.from() + j * 4 + unit];
                }
                assertThat((double) y[i * 4 + unit]).isCloseTo(sum, within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1, SAME, 1",
        "3, 2, SAME, 1",
        "5, 2, SAME, 2",
        "2, 1, SAME, 0",
        "3, 1, VALID, 0",
        "2, 2, VALID, 0",
        "1, 1, SAME, 0"
    })
    void convolution(int size, int stride, Padding padding, int before) {
        Bench bench = new Bench(IMAGE, new Conv2d(4, size, stride, padding, true));
        Slot weight = slots(bench).get("weight");
        Slot bias = slots(bench).get("bias");
        Shape out = bench.chain.output();
        float[] y = bench.predict();
        // Where the image has an even size and the stride is 2, zeros before and after are as many as are needed in
        // all.
        int missing = Math.max((out.height() - 1) * stride + size - 6, (out.width() - 1) * stride + size - 5);
        assertThat(padding == Padding.VALID ? 0 : Math.max(0, missing) / 2).isEqualTo(before);
        for (int i = 0; i < y.length; i++) {
            int filter = i % 4;
            int ox = i / 4 % out.width();
            int oy = i / 4 / out.width() % out.height();
            double sum = bench.theta[bias.from() + filter];
            for (int k = 0; k < size * size * 3; k++) {
                int line = oy * stride - before + k / 3 / size;
                int column = ox * stride - before + k / 3 % size;
                if (line >= 0 && line < 6 && column >= 0 && column < 5) {
                    float pixel = bench.x[i / out.size() * 90 + (line * 5 + column) * 3 + k % 3];
                    sum += (double) pixel * bench.theta[weight.from() + k * 4 + filter];
                }
            }
            assertThat((double) y[i]).isCloseTo(sum, within(1e-5));
        }
    }

    @Test
    void sizesOfConvolutions() {
        assertThat(new Bench(IMAGE, Conv2d.of(2, 3)).chain.output()).isEqualTo(new Shape(6, 5, 2));
        assertThat(new Bench(IMAGE, Conv2d.of(2, 3).stride(2)).chain.output()).isEqualTo(new Shape(3, 3, 2));
        assertThat(new Bench(IMAGE, Conv2d.of(2, 3).padding(Padding.VALID)).chain.output())
                .isEqualTo(new Shape(4, 3, 2));
        assertThatThrownBy(() -> new Bench(IMAGE, Conv2d.of(2, 6).padding(Padding.VALID)))
                .hasMessage("a window of 6×6 does not fit into 6×5×3");
        assertThatThrownBy(() -> new Bench(IMAGE, Residual.of(Conv2d.of(2, 3))))
                .hasMessageContaining("6×5×2 and its shortcut 6×5×3");
    }

    @ParameterizedTest
    @CsvSource({"MAX, 2", "MEAN, 2", "MAX, 3", "MEAN, 1"})
    void pools(Pool.Kind kind, int size) {
        Bench bench = new Bench(IMAGE, new Pool(kind, size));
        Shape out = bench.chain.output();
        assertThat(out).isEqualTo(new Shape(6 / size, 5 / size, 3));
        float[] y = bench.predict();
        for (int i = 0; i < y.length; i++) {
            int ox = i / 3 % out.width();
            int oy = i / 3 / out.width() % out.height();
            double sum = 0;
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < size * size; k++) {
                int at = ((oy * size + k / size) * 5 + ox * size + k % size) * 3 + i % 3;
                float pixel = bench.x[i / out.size() * 90 + at];
                sum += pixel;
                largest = Math.max(largest, pixel);
            }
            assertThat((double) y[i]).isCloseTo(kind == Pool.Kind.MAX ? largest : sum / size / size, within(1e-6));
        }
    }

    @Test
    void batchNormStandardisesShardsAndRemembersThem() {
        Bench bench = new Bench(IMAGE, new BatchNorm());
        Map<String, Slot> slots = slots(bench);
        float[] gradient = new float[bench.theta.length];
        float[] y = bench.chain.forward(bench.training(bench.theta, gradient), bench.x.clone());
        int pixels = Bench.ROWS * 30;
        for (int c = 0; c < 3; c++) {
            double mean = 0;
            double square = 0;
            double mine = 0;
            for (int i = 0; i < pixels; i++) {
                mean += bench.x[i * 3 + c] / (double) pixels;
                mine += y[i * 3 + c] / (double) pixels;
            }
            for (int i = 0; i < pixels; i++) {
                square += Math.pow(bench.x[i * 3 + c] - mean, 2);
            }
            assertThat(mine).isCloseTo(bench.theta[slots.get("shift").from() + c], within(1e-6));
            assertThat((double) gradient[slots.get("mean").from() + c]).isCloseTo(mean, within(1e-6));
            assertThat((double) gradient[slots.get("variance").from() + c])
                    .isCloseTo(square / (pixels - 1), within(1e-6));
        }
    }

    @Test
    void batchNormPredictsByItsRunningStatistics() {
        Bench bench = new Bench(IMAGE, new BatchNorm());
        Map<String, Slot> slots = slots(bench);
        float[] y = bench.predict();
        for (int i = 0; i < y.length; i++) {
            int c = i % 3;
            double mean = bench.theta[slots.get("mean").from() + c];
            double variance = bench.theta[slots.get("variance").from() + c];
            double z = (bench.x[i] - mean) / Math.sqrt(variance + 1e-5);
            double expected = z * bench.theta[slots.get("scale").from() + c]
                    + bench.theta[slots.get("shift").from() + c];
            assertThat((double) y[i]).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void droppedNumbersAreZeroAndOthersGrow() {
        float[] ones = new float[4 * 30 * 100];
        java.util.Arrays.fill(ones, 1f);
        Shape shape = new Shape(6, 5, 100);
        for (Dropout dropout : new Dropout[] {Dropout.of(0.3), Dropout.spatial(0.3)}) {
            Op op = dropout.op(shape, new Layout(), 4);
            Pass pass = new Pass(new float[0], new float[0], 4, true, 1, Noise.of(1), 0);
            float[] y = op.forward(pass, ones.clone());
            int zeros = 0;
            for (int i = 0; i < y.length; i++) {
                assertThat(y[i]).isIn(0f, (float) (1 / 0.7));
                zeros += y[i] == 0 ? 1 : 0;
                if (dropout.spatial()) {
                    assertThat(y[i]).isEqualTo(y[i / 3000 * 3000 + i % 100]);
                }
            }
            // 12,000 numbers or 400 channels: three standard deviations.
            double deviation = Math.sqrt(0.3 * 0.7 / (dropout.spatial() ? 400 : 12000));
            assertThat(zeros / 12000.0).isCloseTo(0.3, within(3 * deviation));
            assertThat(op.forward(Pass.prediction(new float[0], 4), ones)).isSameAs(ones);
        }
    }

    @Test
    void bodiesThatAreDroppedLeaveTheShortcut() {
        Bench always = new Bench(Shape.flat(4), Residual.of(Dense.of(4)));
        Bench half = new Bench(Shape.flat(4), Residual.of(Dense.of(4)).survival(0.5));
        float[] whole = always.forward(always.theta, always.x);
        float[] some = half.forward(half.theta, half.x);
        int dropped = 0;
        for (int i = 0; i < whole.length; i++) {
            float body = whole[i] - always.x[i];
            boolean left = some[i] == half.x[i];
            dropped += left ? 1 : 0;
            assertThat(some[i]).isCloseTo(left ? half.x[i] : half.x[i] + 2 * body, within(1e-5f));
        }
        assertThat(dropped).isBetween(1, whole.length - 1);
        assertThat(half.predict()).isEqualTo(whole);
    }

    @Test
    void noiseIsNormalAndAFunctionOfItsPosition() {
        Noise noise = Noise.of(7).child("here");
        double mean = 0;
        double square = 0;
        int n = 100_000;
        for (int i = 0; i < n; i++) {
            double z = noise.normal(i);
            mean += z / n;
            square += z * z / n;
        }
        assertThat(mean).isCloseTo(0, within(3 / Math.sqrt(n)));
        assertThat(square).isCloseTo(1, within(3 * Math.sqrt(2.0 / n)));
        assertThat(noise.bits(5)).isEqualTo(Noise.of(7).child("here").bits(5)).isNotEqualTo(noise.bits(6));
        assertThat(noise.permutation(1000)).doesNotHaveDuplicates().contains(0, 999);
    }
}

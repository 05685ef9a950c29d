package dev.taut.neural.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.neural.layer.Conv2d;
import dev.taut.neural.layer.Noise;
import dev.taut.neural.layer.Residual;
import dev.taut.neural.layer.Shape;
import dev.taut.neural.loss.BatchLoss;
import dev.taut.neural.loss.ClassLoss;
import dev.taut.neural.loss.NumberLoss;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardsTest {
    private static final int[] ORDER = Noise.of(4).permutation(200);

    private static FloatRows images(int classes) {
        Noise noise = Noise.of(9);
        Shape shape = new Shape(8, 8, 2);
        float[] x = new float[200 * shape.size()];
        float[] y = new float[200 * classes];
        float[] weights = new float[200];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) noise.normal(i);
        }
        for (int i = 0; i < 200; i++) {
            y[i * classes + i % classes] = 1;
            weights[i] = 0.5f + i % 3;
        }
        return new FloatRows(shape, x, y, weights);
    }

    private static Net net() {
        return Net.input(8, 8, 2)
                .conv(9, 3)
                .batchNorm()
                .relu()
                .maxPool(2)
                .then(Residual.of(Conv2d.of(9, 3)).survival(0.8))
                .dropout(0.3)
                .output(3);
    }

    private static float[] gradient(int threads, int from, int to) {
        Net net = net();
        float[] gradient = new float[net.parameters()];
        try (Workers workers = new Workers(threads)) {
            Shards shards = new Shards(net, ClassLoss.of(3), images(3), Mixing.mixup(0.4), 200, workers);
            double value = shards.gradient(net.initial(1), ORDER, from, to, Noise.of(2), gradient);
            gradient[0] += (float) value;
        }
        return gradient;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void threadsChangeNothing(int threads) {
        assertThat(gradient(threads, 0, 200)).isEqualTo(gradient(1, 0, 200));
        assertThat(gradient(threads, 30, 131)).isEqualTo(gradient(1, 30, 131));
        assertThat(gradient(threads, 199, 200)).isEqualTo(gradient(1, 199, 200));
    }

    @Test
    void theGradientIsThatOfTheWeightedMean() {
        Net net = Net.input(8, 8, 2).conv(3, 3).relu().output(3);
        float[] theta = net.initial(1);
        BatchLoss loss = ClassLoss.of(3);
        FloatRows rows = images(3);
        float[] gradient = new float[theta.length];
        float[] other = new float[theta.length];
        try (Workers workers = new Workers(1)) {
            Shards shards = new Shards(net, loss, rows, Mixing.NONE, 200, workers);
            double value = shards.gradient(theta, ORDER, 0, 200, Noise.of(2), gradient);
            float[] eta = Predictor.eta(net, theta, rows, workers);
            double sum = loss.value(eta, rows.y(), rows.weights(), 200, new float[600]);
            double total = 0;
            for (float weight : rows.weights()) {
                total += weight;
            }
            assertThat(value).isCloseTo(sum / total, within(1e-6));
            for (int i = 0; i < theta.length; i += 7) {
                float[] moved = theta.clone();
                moved[i] += 0.01f;
                double above = shards.gradient(moved, ORDER, 0, 200, Noise.of(2), other);
                moved[i] = theta[i] - 0.01f;
                double below = shards.gradient(moved, ORDER, 0, 200, Noise.of(2), other);
                assertThat((double) gradient[i]).isCloseTo((above - below) / 0.02, within(2e-3));
            }
        }
    }

    /** Without exponentials nothing is left to the platform: neither its vectors nor its mathematical library. */
    @Test
    void theSameBytesOnEveryMachine() {
        Net net = Net.input(8, 8, 2)
                .conv(9, 3)
                .batchNorm()
                .relu()
                .maxPool(2)
                .dropout(0.3)
                .dense(5)
                .relu()
                .output(1);
        float[] theta = net.initial(1);
        float[] gradient = new float[theta.length];
        try (Workers workers = new Workers(2)) {
            Shards shards = new Shards(net, NumberLoss.squared(), images(1), Mixing.NONE, 200, workers);
            for (int step = 0; step < 5; step++) {
                shards.gradient(theta, ORDER, 0, 200, Noise.of(step), gradient);
                for (int i = 0; i < theta.length; i++) {
                    theta[i] -= 0.01f * gradient[i];
                }
            }
        }
        CRC32 sum = new CRC32();
        for (float value : theta) {
            int bits = Float.floatToIntBits(value);
            sum.update(new byte[] {(byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), (byte) (bits >> 24)});
        }
        assertThat(Long.toHexString(sum.getValue())).isEqualTo("caaa6d3");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Net net = Net.input(5).output(2);
        FloatRows rows = new FloatRows(Shape.flat(4), new float[8], new float[2], new float[0]);
        try (Workers workers = new Workers(1)) {
            assertThatThrownBy(() -> new Shards(net, ClassLoss.of(2), rows, Mixing.NONE, 2, workers))
                    .hasMessage("the net takes 5, the rows are 4");
            Net other = Net.input(4).output(2);
            assertThatThrownBy(() -> new Shards(other, ClassLoss.of(2), rows, Mixing.NONE, 2, workers))
                    .hasMessage("the net answers 2 and the loss logistic asks for 1");
        }
    }

    @Test
    void whatAWorkerThrowsIsThrownToTheCaller() {
        try (Workers workers = new Workers(3)) {
            assertThatThrownBy(() -> workers.run(10, (worker, piece) -> {
                        if (piece == 7) {
                            throw new IllegalStateException("seven");
                        }
                    }))
                    .hasMessage("seven");
            int[] done = new int[100];
            workers.run(100, (worker, piece) -> done[piece]++);
            assertThat(done).containsOnly(1);
        }
    }

    @Test
    void mixedRowsKeepTheirSums() {
        FloatRows rows = images(3);
        for (Mixing mixing : new Mixing[] {Mixing.mixup(0.4), Mixing.mixup(2), Mixing.cutmix(1)}) {
            float[] x = Arrays.copyOf(rows.x(), 10 * 128);
            float[] y = Arrays.copyOf(rows.y(), 30);
            var pass = new dev.taut.neural.layer.Pass(new float[0], new float[0], 10, true, 1, Noise.of(3), 0);
            mixing.mix(rows.shape(), x, y, 3, pass);
            assertThat(x).isNotEqualTo(Arrays.copyOf(rows.x(), 10 * 128));
            for (int i = 0; i < 10; i++) {
                assertThat(y[i * 3] + y[i * 3 + 1] + y[i * 3 + 2]).isCloseTo(1f, within(1e-6f));
            }
            for (int j = 0; j < 128; j++) {
                double before = 0;
                double after = 0;
                for (int i = 0; i < 10; i++) {
                    before += rows.x()[i * 128 + j];
                    after += x[i * 128 + j];
                }
                assertThat(after).isCloseTo(before, within(1e-4));
            }
        }
    }

    @Test
    void sharesAreDrawnFromTheBetaDistribution() {
        for (double alpha : new double[] {0.3, 1, 3}) {
            double mean = 0;
            double square = 0;
            for (int i = 0; i < 20_000; i++) {
                double share = Beta.draw(alpha, Noise.of(1).child(i));
                mean += share / 20_000;
                square += share * share / 20_000;
            }
            assertThat(mean).isCloseTo(0.5, within(0.01));
            assertThat(square - mean * mean).isCloseTo(1 / (4 * (2 * alpha + 1)), within(0.004));
        }
    }
}

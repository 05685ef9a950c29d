package dev.taut.neural.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.neural.layer.Activation;
import dev.taut.neural.layer.Conv2d;
import dev.taut.neural.layer.Noise;
import dev.taut.neural.layer.Padding;
import dev.taut.neural.layer.Part;
import dev.taut.neural.layer.Residual;
import dev.taut.neural.layer.Shape;
import dev.taut.neural.layer.Slot;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
    private final Noise noise = Noise.of(6);

    private FloatRows rows(Shape shape) {
        float[] x = new float[20 * shape.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) noise.normal(i);
        }
        return new FloatRows(shape, x, new float[20], new float[0]);
    }

    /** Parameters in which nothing is zero by chance; variances are positive. */
    private float[] parameters(Net net) {
        float[] theta = net.initial(3);
        for (Slot slot : net.layout().slots()) {
            for (int i = slot.from(); i < slot.to(); i++) {
                theta[i] += slot.part() == Part.WEIGHT
                        ? 0
                        : 0.2f * (float) Math.abs(noise.child("theta").normal(i));
            }
        }
        return theta;
    }

    /** Sets the column of a unit to zero, in the slot of that name. */
    private static void silence(Net net, float[] theta, String slot, int... units) {
        Slot found = slot(net, slot);
        for (int unit : units) {
            for (int i = found.from() + unit; i < found.to(); i += found.columns()) {
                theta[i] = 0;
            }
        }
    }

    private static Slot slot(Net net, String name) {
        return net.layout().slots().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Shrinking.Shrunk check(Net net, float[] theta, double tolerance) {
        Shrinking.Shrunk shrunk = Shrinking.of(net, theta);
        assertThat(shrunk.net().parameters()).isEqualTo(shrunk.theta().length);
        try (Workers workers = new Workers(1)) {
            float[] before = Predictor.eta(net, theta, rows(net.input()), workers);
            float[] after = Predictor.eta(shrunk.net(), shrunk.theta(), rows(net.input()), workers);
            assertThat(after).containsExactly(before, within((float) tolerance));
        }
        return shrunk;
    }

    @Test
    void silentUnitsGoWithoutATrace() {
        Net net = Net.input(5).dense(8).relu().dropout(0.2).dense(6).relu().output(2);
        float[] theta = parameters(net);
        silence(net, theta, "dense1.weight", 1, 4);
        silence(net, theta, "dense1.bias", 1, 4);
        silence(net, theta, "dense2.weight", 0);
        silence(net, theta, "dense2.bias", 0);
        Net smaller = check(net, theta, 0).net();
        assertThat(smaller)
                .isEqualTo(Net.input(5)
                        .dense(6)
                        .relu()
                        .dropout(0.2)
                        .dense(5)
                        .relu()
                        .output(2));
    }

    @Test
    void constantsMoveIntoBiases() {
        Net net = Net.input(5)
                .dense(8)
                .then(Activation.TANH)
                .batchNorm()
                .dense(6)
                .relu()
                .output(2);
        float[] theta = parameters(net);
        silence(net, theta, "dense1.weight", 2, 3);
        assertThat(check(net, theta, 1e-5).net().layers().get(0).layerName()).isEqualTo("dense 6");
    }

    @Test
    void filtersGoThroughPoolsAndNorms() {
        Net net = Net.input(8, 8, 2)
                .then(Conv2d.of(6, 3).withoutBias())
                .batchNorm()
                .relu()
                .maxPool(2)
                .conv(5, 3)
                .relu()
                .dense(4)
                .relu()
                .output(3);
        float[] theta = parameters(net);
        silence(net, theta, "conv1.weight", 0);
        silence(net, theta, "norm1.shift", 0);
        silence(net, theta, "norm1.mean", 0);
        silence(net, theta, "conv2.weight", 3);
        silence(net, theta, "dense1.weight", 1);
        Net smaller = check(net, theta, 1e-5).net();
        // The constant of a filter of conv2 moves into the dense layer; one of conv1 could not, beside the zeros at an
        // edge.
        assertThat(smaller.layers().get(0)).isEqualTo(Conv2d.of(5, 3).withoutBias());
        assertThat(smaller.layers().get(4)).isEqualTo(Conv2d.of(4, 3));
        assertThat(smaller.layers().get(6).layerName()).isEqualTo("dense 3");
    }

    @Test
    void constantsStayWhereEdgesWouldShow() {
        Net same = Net.input(6, 6, 1).conv(4, 3).relu().conv(3, 3).globalPool().output(2);
        float[] theta = parameters(same);
        silence(same, theta, "conv1.weight", 1);
        assertThat(check(same, theta, 0).net()).isEqualTo(same);
        Net inside = Net.input(6, 6, 1)
                .conv(4, 3)
                .relu()
                .then(Conv2d.of(3, 3).padding(Padding.VALID))
                .globalPool()
                .output(2);
        assertThat(check(inside, theta, 1e-5).net()).isNotEqualTo(inside);
    }

    @Test
    void whatNobodyLooksAtGoesAndSoOnBackwards() {
        Net net = Net.input(5).dense(8).relu().dense(6).relu().output(2);
        float[] theta = parameters(net);
        // Nobody looks at unit 5 of the second layer, which alone looks at units 6 and 7 of the first.
        Slot last = slot(net, "dense3.weight");
        theta[last.from() + 5 * 2] = 0;
        theta[last.from() + 5 * 2 + 1] = 0;
        Slot second = slot(net, "dense2.weight");
        for (int unit = 0; unit < 5; unit++) {
            theta[second.from() + 6 * 6 + unit] = 0;
            theta[second.from() + 7 * 6 + unit] = 0;
        }
        assertThat(check(net, theta, 0).net())
                .isEqualTo(Net.input(5).dense(6).relu().dense(5).relu().output(2));
    }

    @Test
    void oneUnitStaysAndResidualsAreLeftAlone() {
        Net net = Net.input(5).dense(4).relu().output(2);
        float[] theta = parameters(net);
        silence(net, theta, "dense1.weight", 0, 1, 2, 3);
        silence(net, theta, "dense1.bias", 0, 1, 2, 3);
        assertThat(check(net, theta, 0).net())
                .isEqualTo(Net.input(5).dense(1).relu().output(2));
        Net residual =
                Net.input(4, 4, 2).conv(3, 3).then(Residual.of(Conv2d.of(3, 3))).output(2);
        float[] others = parameters(residual);
        silence(residual, others, "conv1.weight", 1);
        silence(residual, others, "conv1.bias", 1);
        assertThat(check(residual, others, 0).net()).isEqualTo(residual);
    }
}

package dev.taut.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gradients are those that differences of the value show. Values are floats, with errors of about 10⁻⁷ of their size, which a
 * step of h turns into 10⁻⁷/h: where a layer is linear in each number, h is 1/2 and little is left; else h is 1/16, and the
 * extrapolation's own error is of order h⁴.
 */
class GradientTest {
    private static final Shape IMAGE = new Shape(6, 5, 3);
    private static final Shape ROW = Shape.flat(7);

    static Stream<Arguments> linear() {
        return Stream.of(
                Arguments.of(ROW, Dense.of(4)),
                Arguments.of(IMAGE, Dense.of(17)),
                Arguments.of(IMAGE, Conv2d.of(4, 3)),
                Arguments.of(IMAGE, Conv2d.of(17, 3).stride(2)),
                Arguments.of(IMAGE, Conv2d.of(3, 2).padding(Padding.VALID)),
                Arguments.of(IMAGE, Conv2d.of(5, 1)),
                Arguments.of(IMAGE, Conv2d.of(5, 1).stride(2).withoutBias()),
                Arguments.of(IMAGE, Pool.mean(2)),
                Arguments.of(IMAGE, new GlobalPool()),
                Arguments.of(ROW, Dropout.of(0.4)),
                Arguments.of(IMAGE, Dropout.spatial(0.4)),
                Arguments.of(ROW, new GaussianNoise(0.5)),
                Arguments.of(ROW, Residual.of(Dense.of(7))),
                Arguments.of(
                        IMAGE,
                        Residual.of(Conv2d.of(2, 3)).shortcut(Conv2d.of(2, 1)).survival(0.5)));
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("linear")
    void ofLinearLayers(Shape input, Layer layer) {
        check(new Bench(input, layer), 0.5f, 2e-6);
    }

    static Stream<Arguments> curved() {
        return Stream.of(
                Arguments.of(ROW, new BatchNorm()),
                Arguments.of(IMAGE, new BatchNorm()),
                Arguments.of(ROW, new LayerNorm()),
                Arguments.of(new Shape(2, 2, 12), new LayerNorm()));
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("curved")
    void ofNormalisations(Shape input, Layer layer) {
        check(new Bench(input, layer), 0.0625f, 1e-4);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void ofActivations(Activation activation) {
        check(new Bench(ROW, activation), 0.03125f, 2e-5);
    }

    /** Steps so small that no other number becomes the largest. */
    @ParameterizedTest
    @MethodSource("windows")
    void ofLargestNumbers(Pool pool) {
        check(new Bench(IMAGE, pool), 0.0019f, 1e-3);
    }

    static Stream<Pool> windows() {
        return Stream.of(Pool.max(2), Pool.max(3));
    }

    static Stream<Arguments> nets() {
        return Stream.of(
                Arguments.of(List.of(
                        Conv2d.of(4, 3).withoutBias(),
                        new BatchNorm(),
                        Activation.SILU,
                        Pool.mean(2),
                        Dense.of(6),
                        Activation.TANH,
                        Dropout.of(0.3),
                        Dense.of(3))),
                Arguments.of(List.of(
                        Conv2d.of(4, 3),
                        Activation.GELU,
                        Residual.of(Activation.SOFTPLUS, Conv2d.of(8, 3), Dropout.of(0.2))
                                .shortcut(Dropout.of(0.1), Conv2d.of(8, 1)),
                        new LayerNorm(),
                        new GlobalPool(),
                        Dense.of(2))),
                Arguments.of(List.of(Residual.of(Dropout.of(0.5)), Dropout.of(0.3), Dense.of(5))));
    }

    /** Layers that write into each other's arrays where they may. */
    @ParameterizedTest
    @MethodSource("nets")
    void ofNets(List<Layer> layers) {
        check(new Bench(IMAGE, layers.toArray(Layer[]::new)), 0.0625f, 1e-3);
    }

    /** Relative to the largest entry of the gradient: rounding errors of sums are. */
    private static void check(Bench bench, float h, double tolerance) {
        for (int part = 0; part < 2; part++) {
            float[] gradient = bench.gradients().get(part);
            double largest = 1;
            for (float entry : gradient) {
                largest = Math.max(largest, Math.abs(entry));
            }
            for (int i = 0; i < gradient.length; i += 1 + gradient.length / 60) {
                assertThat((double) gradient[i])
                        .as("%s %d", part == 0 ? "parameter" : "input", i)
                        .isCloseTo(bench.difference(part == 1, i, h), within(tolerance * largest));
            }
        }
    }
}

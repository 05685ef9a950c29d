package dev.taut.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.neural.file.LayerJson;
import dev.taut.run.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Answers and gradients are PyTorch's in double precision, within 10⁻⁵ of the largest entry ({@code nets.py} of the testkit). */
class GoldenTest {
    private static final double TOLERANCE = 1e-5;

    record Source(
            @com.fasterxml.jackson.annotation.JsonProperty("package")
            String packageName,

            String version,
            String call) {}

    record Case(
            String name,
            int[] shape,
            List<LayerJson> layers,
            float[] x,
            float[] theta,
            float[] slopes,
            double[] y,
            double[] thetaGradient,
            double[] xGradient) {}

    record Nets(Source source, List<Case> cases) {}

    @TestFactory
    List<DynamicTest> layersAreThoseOfPyTorch() throws IOException {
        try (InputStream in = GoldenTest.class.getResourceAsStream("/dev/taut/testkit/golden/nets.json")) {
            Nets nets = Json.mapper().readValue(in.readAllBytes(), Nets.class);
            return nets.cases.stream()
                    .map(golden -> DynamicTest.dynamicTest(golden.name, () -> check(golden)))
                    .toList();
        }
    }

    private static void check(Case golden) {
        Shape shape = new Shape(golden.shape[0], golden.shape[1], golden.shape[2]);
        int rows = golden.x.length / shape.size();
        Layout layout = new Layout();
        Chain chain = Chain.of(LayerJson.layers(golden.layers), shape, layout, rows);
        assertThat(layout.size()).isEqualTo(golden.theta.length);
        float[] gradient = new float[golden.theta.length];
        Pass pass = new Pass(golden.theta, gradient, rows, true, 1, Noise.of(0), 0);
        close("answer", chain.forward(pass, golden.x.clone()), golden.y);
        for (Slot slot : layout.slots()) {
            if (slot.part() == Part.STATISTIC) {
                java.util.Arrays.fill(gradient, slot.from(), slot.to(), 0f);
            }
        }
        close("input", chain.backward(pass, golden.slopes.clone(), true), golden.xGradient);
        close("parameters", gradient, golden.thetaGradient);
    }

    private static void close(String what, float[] ours, double[] theirs) {
        double largest = 0;
        for (double value : theirs) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < theirs.length; i++) {
            assertThat((double) ours[i]).as("%s %d", what, i).isCloseTo(theirs[i], within(TOLERANCE * largest));
        }
    }
}

package dev.taut.neural.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses of nets are those of the lines, in another order of numbers. */
class BatchLossTest {
    private static final float[] ETA = {0.3f, -1.2f, 2.5f, 0.1f, 0.7f, -0.4f, 90f, 1f, -80f};
    private static final float[] WEIGHTS = {1, 0.5f, 2, 0, 3, 1, 1, 1, 2};

    private static double value(BatchLoss loss, float[] eta, float[] y, float[] gradient) {
        return loss.value(eta, y, WEIGHTS, y.length / loss.targets(), gradient);
    }

    static Stream<BatchLoss> losses() {
        return Stream.of(
                NumberLoss.squared(),
                NumberLoss.poisson(),
                new NumberLoss(Losses.huber(0.5)),
                ClassLoss.of(2),
                new ClassLoss(2, 0.2),
                ClassLoss.of(3),
                new ClassLoss(3, 0.1));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradientsAreThoseThatDifferencesShow(BatchLoss loss) {
        float[] eta = java.util.Arrays.copyOf(ETA, 6);
        float[] y = {1, 0, 0, 0, 0.75f, 0.25f};
        float[] gradient = new float[6];
        value(loss, eta, y, gradient);
        for (int i = 0; i < eta.length; i++) {
            float h = 1f / 64;
            float[] above = eta.clone();
            float[] below = eta.clone();
            above[i] += h;
            below[i] -= h;
            double slope = (value(loss, above, y, new float[6]) - value(loss, below, y, new float[6]))
                    / ((double) above[i] - below[i]);
            assertThat((double) gradient[i]).as("%s %d", loss.name(), i).isCloseTo(slope, within(2e-3));
        }
    }

    @Test
    void twoClassesAreTheLogisticLoss() {
        float[] y = {1, 0, 1, 1, 0, 1, 1, 0, 1};
        float[] gradient = new float[9];
        double value = value(ClassLoss.of(2), ETA, y, gradient);
        double[] eta = doubles(ETA);
        var fit = Losses.logistic().on(Target.classes(2, 1, 0, 1, 1, 0, 1, 1, 0, 1), doubles(WEIGHTS));
        double total = 11.5;
        assertThat(value).isCloseTo(total * fit.value(eta), within(1e-6));
        double[] slopes = new double[9];
        fit.gradient(eta, slopes);
        double[] means = ClassLoss.of(2).means(ETA, 9);
        Losses.logistic().mean(eta, 1);
        for (int i = 0; i < 9; i++) {
            assertThat((double) gradient[i]).isCloseTo(total * slopes[i], within(1e-6));
            assertThat(means[i]).isCloseTo(eta[i], within(1e-12));
        }
    }

    @Test
    void severalClassesAreTheMultinomialLoss() {
        float[] y = {0, 1, 0, 1, 0, 0, 0, 0, 1};
        float[] gradient = new float[9];
        double value = value(ClassLoss.of(3), ETA, y, gradient);
        double[] blocks = new double[9];
        for (int i = 0; i < 9; i++) {
            blocks[i % 3 * 3 + i / 3] = ETA[i];
        }
        var fit = Losses.multinomial().on(Target.classes(3, 1, 0, 2), new double[] {1, 0.5, 2});
        assertThat(value).isCloseTo(3.5 * fit.value(blocks), within(1e-4));
        double[] slopes = new double[9];
        fit.gradient(blocks, slopes);
        double[] means = ClassLoss.of(3).means(ETA, 3);
        Losses.multinomial().mean(blocks, 3);
        for (int i = 0; i < 9; i++) {
            assertThat((double) gradient[i]).isCloseTo(3.5 * slopes[i % 3 * 3 + i / 3], within(1e-6));
            assertThat(means[i]).isCloseTo(blocks[i], within(1e-12));
        }
    }

    @Test
    void smoothingKeepsLossesAwayFromCertainty() {
        // The best η of a smoothed target is finite: p = 1 − smoothing + smoothing/K.
        ClassLoss smoothed = new ClassLoss(3, 0.3);
        float[] eta = {(float) Math.log(0.8), (float) Math.log(0.1), (float) Math.log(0.1)};
        float[] gradient = new float[3];
        smoothed.value(eta, new float[] {1, 0, 0}, new float[] {1}, 1, gradient);
        assertThat(gradient).containsExactly(new float[] {0, 0, 0}, within(1e-7f));
        assertThatThrownBy(() -> new ClassLoss(3, 1)).hasMessageContaining("[0, 1)");
        assertThatThrownBy(() -> new ClassLoss(1, 0)).hasMessageContaining("two classes");
    }

    @Test
    void rowsWithoutWeightCountNothing() {
        float[] gradient = {5};
        assertThat(NumberLoss.squared().value(new float[] {1}, new float[] {2}, new float[] {0}, 1, gradient))
                .isZero();
        assertThat(gradient).containsExactly(0);
    }

    private static double[] doubles(float[] values) {
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[i];
        }
        return out;
    }
}

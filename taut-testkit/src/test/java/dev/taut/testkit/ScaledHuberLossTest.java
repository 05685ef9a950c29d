package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScaledHuberLossTest extends LossContract {
    @Override
    protected SmoothLoss loss() {
        return Losses.scaledHuber(1.35);
    }

    @Override
    protected Target target(int rows, Draw draw) {
        return Target.of(draw.normals(rows, 2));
    }

    @Override
    protected Map<Target, String> refused() {
        return Map.of(Target.classes(3, 0, 1, 2), "multinomial");
    }

    @Override
    protected boolean canonical() {
        return false;
    }

    @Override
    protected double[] fittedFreely(Target target, Datafit fit) {
        return target.numbers();
    }

    /** No σ on a fine grid gives less than F, and one gives nearly as little. */
    @Test
    void valueIsThatOfTheBestScale() {
        Seeds.each(20, draw -> {
            double[] y = draw.normals(12, 2);
            double[] weights = draw.weights(12);
            Datafit fit = loss().on(Target.of(y), weights);
            double[] eta = draw.normals(12, 1);
            eta[3] += 20;
            double least = Double.POSITIVE_INFINITY;
            for (double sigma = 0.01; sigma < 50; sigma *= 1.001) {
                double sum = 0;
                for (int i = 0; i < 12; i++) {
                    double z = Math.abs(y[i] - eta[i]) / sigma;
                    double rho = z <= 1.35 ? z * z / 2 : 1.35 * z - 1.35 * 1.35 / 2;
                    sum += fit.weights()[i] * sigma * (0.5 + rho);
                }
                least = Math.min(least, sum);
            }
            assertThat(fit.value(eta)).isLessThanOrEqualTo(least + 1e-13).isCloseTo(least, within(1e-5 * least));
        });
    }
}

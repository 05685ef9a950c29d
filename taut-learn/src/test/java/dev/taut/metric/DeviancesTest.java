package dev.taut.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.data.Task;
import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A family is judged by its own deviance: twice its loss above the least, which the core computes in another way. */
class DeviancesTest {
    private static final int ROWS = 40;

    private final Random random = new Random(5);

    @ParameterizedTest
    @ValueSource(strings = {"poisson", "gamma", "tweedie:1.5", "tweedie:1.9", "negbin:2", "negbin:0.3"})
    void theMeanDevianceIsTwiceTheLossAboveSaturation(String loss) {
        boolean zeros = !loss.equals("gamma");
        Target target = Target.of(random.doubles(ROWS, 0, 9)
                .map(y -> zeros && y < 2 ? 0 : Math.ceil(y))
                .toArray());
        double[] weights = random.doubles(ROWS, 0.5, 3).toArray();
        double[] eta = random.doubles(ROWS, -1, 2).toArray();
        Datafit fit = Losses.named(loss).on(target, weights);
        double[] mean = eta.clone();
        Losses.named(loss).mean(mean, 1);
        Scored scored = new Scored(target, mean, weights);
        List<Metric> metrics = Metrics.of(Task.REGRESSION, loss);
        double expected = 2 * (fit.value(eta) - fit.saturated());
        assertThat(metrics.stream().map(Metric::name))
                .containsExactly("deviance", "rmse", "mae", "deviance-explained", "total-deviance");
        assertThat(metrics.get(0).of(scored)).isCloseTo(expected, within(1e-12 * expected));
        assertThat(metrics.get(4).of(scored))
                .isCloseTo(expected * Arrays.stream(weights).sum(), within(1e-9));
        double[] constant = new double[ROWS];
        Arrays.fill(constant, scored.average(target.numbers()));
        assertThat(metrics.get(3).of(scored.with(constant))).isCloseTo(0, within(1e-12));
        assertThat(metrics.get(3).of(scored.with(target.numbers().clone())) > 0.99 || zeros)
                .isTrue();
    }

    @Test
    void huberIsJudgedByItsLoss() {
        Target target = Target.of(random.doubles(ROWS, -5, 5).toArray());
        double[] eta = random.doubles(ROWS, -3, 3).toArray();
        Datafit fit = Losses.huber(1.5).on(target);
        List<Metric> metrics = Metrics.of(Task.REGRESSION, "huber:1.5");
        assertThat(metrics.stream().map(Metric::name)).containsExactly("huber-loss", "mae", "rmse", "r2");
        assertThat(metrics.get(0).of(Scored.of(target, eta))).isCloseTo(fit.value(eta), within(1e-13));
    }

    @Test
    void otherLossesAreJudgedAsTheirTaskIs() {
        assertThat(Metrics.of(Task.BINARY, "probit")).isEqualTo(Metrics.forTask(Task.BINARY));
        assertThat(Metrics.of(Task.REGRESSION, "squared")).isEqualTo(Metrics.forTask(Task.REGRESSION));
    }
}

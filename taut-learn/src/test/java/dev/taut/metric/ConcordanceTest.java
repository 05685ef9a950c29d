package dev.taut.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.data.Task;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.loss.Ties;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcordanceTest {
    private static final int ROWS = 40;

    private static Target.Survival draw(Random random, boolean late) {
        double[] starts = new double[late ? ROWS : 0];
        double[] stops = new double[ROWS];
        boolean[] events = new boolean[ROWS];
        int[] strata = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            stops[i] = 2 + random.nextInt(12);
            events[i] = random.nextInt(3) > 0;
            strata[i] = random.nextInt(2);
            if (late) {
                starts[i] = random.nextInt((int) stops[i]);
            }
        }
        return new Target.Survival(starts, stops, events, strata);
    }

    private static Scored scored(Target.Survival target, Random random) {
        double[] hazards = random.doubles(ROWS).map(v -> Math.ceil(8 * v)).toArray();
        double[] weights = random.doubles(ROWS).map(v -> 0.5 + v).toArray();
        weights[3] = 0;
        return new Scored(target, hazards, weights);
    }

    /** Every pair of rows, from the definition. */
    private static double naive(Target.Survival target, Scored scored) {
        double good = 0;
        double known = 0;
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < ROWS; j++) {
                double time = target.stops()[i];
                double other = target.stops()[j];
                boolean later = other > time || other == time && !target.events()[j];
                boolean there = target.start(j) < time && target.stratum(j) == target.stratum(i);
                if (i != j && target.events()[i] && later && there) {
                    double pair = scored.weights()[i] * scored.weights()[j];
                    known += pair;
                    good += pair * (1 + Math.signum(scored.mean()[i] - scored.mean()[j])) / 2;
                }
            }
        }
        return good / known;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isTheShareOfPairsInOrder(boolean late) {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Target.Survival target = draw(random, late);
            Scored scored = scored(target, random);
            assertThat(SurvivalMetric.CONCORDANCE.of(scored)).isCloseTo(naive(target, scored), within(1e-12));
        }
    }

    @Test
    void withoutAPairItIsNotDefined() {
        Target target = Target.survival(new double[] {1, 1}, new boolean[] {true, true});
        assertThat(SurvivalMetric.CONCORDANCE.of(Scored.of(target, new double[] {1, 2})))
                .isNaN();
    }

    @Test
    void devianceIsTwiceTheLossAboveSaturation() {
        Random random = new Random(7);
        Target.Survival target = draw(random, true);
        Scored scored = scored(target, random);
        var datafit = Losses.cox(Ties.EFRON).on(target, scored.weights());
        double[] eta = Arrays.stream(scored.mean()).map(Math::log).toArray();
        assertThat(Metrics.tuning(Task.SURVIVAL).of(scored))
                .isCloseTo(2 * (datafit.value(eta) - datafit.saturated()), within(1e-12));
    }
}

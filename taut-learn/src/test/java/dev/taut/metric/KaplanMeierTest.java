package dev.taut.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.data.NumericColumn;
import dev.taut.data.SharedData;
import dev.taut.data.Table;
import dev.taut.loss.Target;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {
    private static final double[] ONES = {1, 1, 1, 1, 1};

    /** Five rows, the third censored at 3: 4/5, then 3/5, then 3/5 · 1/2, then 0. */
    @Test
    void theProductOfWhatIsLeft() {
        Target.Survival target =
                new Target.Survival(new double[0], new double[] {1, 2, 3, 4, 5}, events(0, 1, 3, 4), new int[0]);
        KaplanMeier curve = KaplanMeier.of(target, ONES, 0, 1, 2, 3, 4);
        assertThat(curve.times()).containsExactly(1.0, 2.0, 4.0, 5.0);
        assertThat(curve.at(0.5)).isEqualTo(1);
        assertThat(curve.at(1)).isCloseTo(0.8, within(1e-15));
        assertThat(curve.at(3.5)).isCloseTo(0.6, within(1e-15));
        assertThat(curve.at(4)).isCloseTo(0.3, within(1e-15));
        assertThat(curve.at(9)).isZero();
        // Greenwood: 0.6² · (1/(5·4) + 1/(4·3))
        assertThat(curve.errorAt(2)).isCloseTo(0.6 * Math.sqrt(1 / 20.0 + 1 / 12.0), within(1e-15));
        assertThat(curve.errorAt(9)).isZero();
    }

    /** A row that comes under observation later is not at risk before. */
    @Test
    void lateRowsAreNotAtRiskBefore() {
        Target.Survival target = new Target.Survival(
                new double[] {0, 0, 2}, new double[] {1, 3, 4}, new boolean[] {true, true, true}, new int[0]);
        KaplanMeier curve = KaplanMeier.of(target, new double[] {1, 1, 1}, 0, 1, 2);
        assertThat(curve.at(1)).isCloseTo(0.5, within(1e-15));
        assertThat(curve.at(3)).isCloseTo(0.25, within(1e-15));
    }

    @Test
    void aWeightOfTwoIsARowTwice() {
        double[] stops = {1, 2, 3, 4, 5};
        Target.Survival once = new Target.Survival(new double[0], stops, events(0, 2, 3), new int[0]);
        KaplanMeier weighted = KaplanMeier.of(once, new double[] {1, 2, 1, 1, 1}, 0, 1, 2, 3, 4);
        KaplanMeier twice = KaplanMeier.of(once, ONES, 0, 1, 1, 2, 3, 4);
        assertThat(weighted).isEqualTo(twice);
    }

    /** {@code summary(survfit(Surv(time, status) ~ 1, lung), times = c(100, 310, 500))} of R's survival 3.5-3. */
    @Test
    void lungAsSurvfitSees() {
        Table lung = SharedData.table("survival_lung.csv");
        double[] time = ((NumericColumn) lung.column("time")).values();
        double[] status = ((NumericColumn) lung.column("status")).values();
        boolean[] died = new boolean[time.length];
        double[] weights = new double[time.length];
        for (int i = 0; i < died.length; i++) {
            died[i] = status[i] == 2;
            weights[i] = 1;
        }
        KaplanMeier curve = KaplanMeier.of(
                new Target.Survival(new double[0], time, died, new int[0]),
                weights,
                IntStream.range(0, time.length).toArray());
        double[] times = {100, 310, 500};
        double[] survival = {0.8639689676, 0.4950242932, 0.2932691937};
        double[] errors = {0.02271023043, 0.03523274625, 0.03507781850};
        for (int k = 0; k < times.length; k++) {
            assertThat(curve.at(times[k])).isCloseTo(survival[k], within(1e-9));
            assertThat(curve.errorAt(times[k])).isCloseTo(errors[k], within(1e-9));
        }
    }

    private static boolean[] events(int... rows) {
        boolean[] events = new boolean[5];
        for (int row : rows) {
            events[row] = true;
        }
        return events;
    }
}

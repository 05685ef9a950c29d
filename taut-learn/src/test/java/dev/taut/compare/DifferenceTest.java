package dev.taut.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final double[] FIRST = {1.1, 1.3, 0.8, 1.4, 1.25, 1.05};
    private static final double[] SECOND = {1, 1, 1, 1, 1, 1};

    /** Mean, error and quantiles from SciPy's t distribution. */
    @Test
    void theIntervalIsThatOfNadeauAndBengio() {
        Difference one = Difference.of(FIRST, SECOND, 0.25, 1);
        assertThat(one.mean()).isCloseTo(0.15000000000000002, within(1e-12));
        assertThat(one.error()).isCloseTo(0.13844373104863458, within(1e-12));
        assertThat(one.low()).isCloseTo(-0.2058809402913393, within(1e-9));
        assertThat(Difference.of(FIRST, SECOND, 0.25, 3).high()).isCloseTo(0.6392754718087577, within(1e-9));
    }

    @Test
    void repeatsNeverRemoveWhatTrainingSetsShare() {
        double[] first = new double[10_000];
        double[] second = new double[first.length];
        Random random = new Random(1);
        for (int f = 0; f < first.length; f++) {
            first[f] = random.nextGaussian();
        }
        assertThat(Difference.of(first, second, 1.0 / 9, 1).error()).isCloseTo(1.0 / 3, within(0.01));
    }

    @Test
    void oneFoldDecidesNothing() {
        assertThat(Difference.of(new double[] {2}, new double[] {1}, 0.25, 1).isWithinNoise())
                .isTrue();
    }

    @Test
    void anIntervalWithoutZeroIsAVerdict() {
        double[] worse = {1.1, 1.11, 1.09, 1.1, 1.12, 1.1};
        assertThat(Difference.of(worse, SECOND, 0.2, 1).verdict()).isEqualTo("worse");
        assertThat(Difference.of(SECOND, worse, 0.2, 1).verdict()).isEqualTo("better");
        assertThat(Difference.of(FIRST, SECOND, 0.2, 1).verdict()).isEqualTo("within noise");
    }
}

package dev.taut.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** References: {@code theta.ml} of R's MASS 7.3-58.2 with {@code limit = 200, eps = 1e-14}. */
class OverdispersionTest {
    private static final double[] COUNTS = {0, 3, 1, 7, 12, 0, 2, 5, 30, 1, 4, 0};
    private static final double[] MEANS = {1, 2, 2, 4, 9, 1.5, 3, 4, 14, 2, 3.5, 0.8};
    private static final double[] ONES = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    private static final double[] WEIGHTS = {1, 2, 1, 1, 1, 3, 1, 1, 1, 2, 1, 1};

    @Test
    void thetaIsThatOfMass() {
        assertThat(Overdispersion.theta(COUNTS, MEANS, ONES).orElseThrow()).isCloseTo(5.48124500587017, within(1e-10));
        assertThat(Overdispersion.theta(COUNTS, MEANS, WEIGHTS).orElseThrow())
                .isCloseTo(4.97726398919734, within(1e-10));
    }

    /** A count above 1000, and numbers that are no counts, take another way to the same sum. */
    @Test
    void longSumsAndDigammasAgree() {
        double[] counts = {900, 1100, 40, 2000};
        double[] means = {700, 1500, 60, 1400};
        double[] ones = {1, 1, 1, 1};
        double theta = Overdispersion.theta(counts, means, ones).orElseThrow();
        double[] shifted = {900 + 1e-9, 1100, 40 + 1e-9, 2000};
        assertThat(Overdispersion.theta(shifted, means, ones).orElseThrow()).isCloseTo(theta, within(1e-7 * theta));
    }

    @Test
    void countsThatVaryNoMoreThanPoissonsHaveNone() {
        assertThat(Overdispersion.theta(
                        new double[] {3, 4, 3, 4}, new double[] {3.5, 3.5, 3.5, 3.5}, new double[] {1, 1, 1, 1}))
                .isEmpty();
    }
}

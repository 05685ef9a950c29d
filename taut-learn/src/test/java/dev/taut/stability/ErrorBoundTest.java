package dev.taut.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorBoundTest {
    /** Published output of R's stabs: 88 base-learners, q = 20, cutoff 0.8, 50 pairs, unimodal: PFER 3.743316. */
    @Test
    void unimodalBoundIsThatOfStabs() {
        assertThat(new ErrorBound(88, 20, 50).at(0.8, Assumption.UNIMODAL)).isEqualTo(3.743316, within(5e-7));
    }

    @Test
    void withoutAssumptionItIsTheOneOfMeinshausenAndBuehlmann() {
        assertThat(new ErrorBound(1000, 30, 50).at(0.9, Assumption.NONE)).isEqualTo(900 / (0.8 * 1000), within(1e-12));
    }

    @Test
    void aThresholdBetweenTwoSharesIsTheNextShare() {
        ErrorBound bound = new ErrorBound(100, 5, 50);
        for (Assumption assumption : Assumption.values()) {
            assertThat(bound.at(0.7501, assumption)).isEqualTo(bound.at(0.76, assumption));
        }
    }

    @Test
    void anAssumptionNeverMakesItLargerNorDoesAHigherThreshold() {
        for (int budget : new int[] {1, 5, 20, 60}) {
            ErrorBound bound = new ErrorBound(100, budget, 50);
            double[] before = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
            for (int steps = 51; steps <= 100; steps++) {
                double weaker = Double.MAX_VALUE;
                for (Assumption assumption : Assumption.values()) {
                    double at = bound.at(steps / 100.0, assumption);
                    assertThat(at).isLessThanOrEqualTo(weaker * (1 + 1e-9));
                    assertThat(at).isLessThanOrEqualTo(before[assumption.ordinal()] * (1 + 1e-6));
                    weaker = at;
                    before[assumption.ordinal()] = at;
                }
            }
        }
    }

    /** The tail bound against r-concave distributions found by chance and then improved step by step. */
    @ParameterizedTest
    @CsvSource({"0.02, 4, 6, -0.5", "0.05, 5, 6, -0.5", "0.1, 6, 8, -0.25", "0.04, 3, 8, -0.25", "0.15, 5, 10, -0.25"})
    void noConcaveDistributionHasALargerTail(double eta, int t, int last, double r) {
        double bound = ConcaveTail.largest(eta, t, last, r);
        Random random = new Random(7);
        double best = 0;
        for (int start = 0; start < 40; start++) {
            double[] shape = new double[last + 2];
            for (int i = 0; i < shape.length; i++) {
                shape[i] = random.nextGaussian() * 3;
            }
            shape[last + 1] = start % (last + 1);
            double found = tail(shape, eta, t, last, r);
            double width = 1;
            for (int step = 0; step < 3000; step++) {
                double[] moved = shape.clone();
                moved[random.nextInt(last + 1)] += width * random.nextGaussian();
                double there = tail(moved, eta, t, last, r);
                if (there > found) {
                    found = there;
                    shape = moved;
                } else {
                    width = Math.max(1e-4, width * 0.997);
                }
            }
            assertThat(found).isLessThanOrEqualTo(bound * (1 + 1e-6));
            best = Math.max(best, found);
        }
        assertThat(best).as("tight").isGreaterThan(0.97 * bound);
    }

    /**
     * P(X ≥ t) of f = g^(1/r), g convex and positive on 0 … k and infinite beyond; 0 if its mean is larger than allowed.
     *
     * @param shape the first slope and the increments of the slope of g, transformed; last entry k
     */
    private static double tail(double[] shape, double eta, int t, int last, double r) {
        int k = Math.max(t, (int) shape[last + 1]);
        double[] f = new double[last + 1];
        double g = 1;
        double slope = Math.sinh(shape[0]);
        for (int i = 0; i <= k; i++) {
            if (g <= 0) {
                return 0;
            }
            f[i] = Math.pow(g, 1 / r);
            g += slope;
            slope += Math.exp(3 * shape[Math.min(i + 1, last)] - 6);
        }
        double sum = 0;
        double mean = 0;
        double tail = 0;
        for (int i = 0; i <= last; i++) {
            sum += f[i];
            mean += i * f[i];
            tail += i >= t ? f[i] : 0;
        }
        return mean / sum <= eta * last ? tail / sum : 0;
    }

    @Test
    void ofThresholdBudgetAndBoundAnyTwoGiveTheThird() {
        ErrorControl control = ErrorControl.standard();
        ErrorControl.Settled byDefault = control.settle(100, 50).orElseThrow();
        assertThat(byDefault.threshold()).isEqualTo(0.75);
        assertThat(byDefault.expected()).isLessThanOrEqualTo(1);
        assertThat(new ErrorBound(100, byDefault.budget() + 1, 50).at(0.75, Assumption.UNIMODAL))
                .isGreaterThan(1);

        ErrorControl.Settled both =
                control.threshold(0.9).budget(12).settle(100, 50).orElseThrow();
        assertThat(both.expected()).isEqualTo(new ErrorBound(100, 12, 50).at(0.9, Assumption.UNIMODAL));

        ErrorControl.Settled least =
                control.budget(12).bound(0.5).settle(100, 50).orElseThrow();
        assertThat(least.expected()).isLessThanOrEqualTo(0.5);
        assertThat(new ErrorBound(100, 12, 50).at(least.threshold() - 0.01, Assumption.UNIMODAL))
                .isGreaterThan(0.5);

        assertThat(control.bound(1e-3).settle(10, 50)).isEmpty();
        assertThatThrownBy(() -> control.budget(1).bound(1).threshold(0.9)).hasMessageContaining("any two");
        assertThatThrownBy(() -> control.threshold(0.5)).hasMessageContaining("above 0.5");
    }

    @Test
    void theBoundIsThatOfItsFormulaForEveryBudget() {
        IntStream.rangeClosed(1, 57)
                .forEach(q -> assertThat(new ErrorBound(100, q, 50).at(0.9, Assumption.UNIMODAL))
                        .isEqualTo(Math.min(q * q / (0.8 * 100), 4 * (0.1 + 0.01) / 1.02 * q * q / 100), within(1e-9)));
    }
}

package dev.taut.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupremumTest {
    /** f = e^η, whose conjugate is u log u − u. */
    private record Exponential() implements Supremum.Curve {
        @Override
        public double value(double eta) {
            return Math.exp(eta);
        }

        @Override
        public double slope(double eta) {
            return Math.exp(eta);
        }

        @Override
        public double bend(double eta) {
            return Math.exp(eta);
        }
    }

    /** The same with a bend that is wrong by so much that Newton's steps lead nowhere. */
    private record Misled(double by) implements Supremum.Curve {
        @Override
        public double value(double eta) {
            return Math.exp(eta);
        }

        @Override
        public double slope(double eta) {
            return Math.exp(eta);
        }

        @Override
        public double bend(double eta) {
            return by * Math.exp(eta);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1e-12, 0.1, 1, 3, 1e5, 1e100})
    void isTheConjugateFromAnyStart(double u) {
        double conjugate = u * Math.log(u) - u;
        for (double start : new double[] {-30, 0, 2, 50}) {
            double found = Supremum.of(u, new Exponential(), start);
            assertThat(found).isCloseTo(conjugate, within(2e-15 * (Math.abs(conjugate) + u) + 1e-300));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.3, 3, 1e3})
    void neverTooSmallWhateverNewtonDoes(double by) {
        for (double u = 0.01; u < 100; u *= 1.7) {
            double conjugate = u * Math.log(u) - u;
            assertThat(Supremum.of(u, new Misled(by), 0))
                    .isBetween(conjugate - 4 * Math.ulp(conjugate), conjugate + 1e-12 * (1 + Math.abs(conjugate)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -1e-9, -1e-300})
    void withoutASupremumItIsInfinite(double u) {
        assertThat(Supremum.of(u, new Exponential(), 0)).isEqualTo(Double.POSITIVE_INFINITY);
    }
}

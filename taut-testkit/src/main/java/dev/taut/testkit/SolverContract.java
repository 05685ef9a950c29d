package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.solver.Certificate;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Solution;
import dev.taut.solver.Start;
import dev.taut.solver.Stopping;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every solver owes: the minimum, as an independent slow solver finds it, and a certificate that is true.
 * {@link SolverInvarianceContract} adds what must not change the answer.
 */
public abstract class SolverContract extends SolverInvarianceContract {
    /** What the slow solver may be off by, relative to the null objective. */
    private static final double SLOW = 1e-12;

    private static final List<UnaryOperator<Exercise>> TWISTS = List.of(
            e -> e,
            e -> e.at(0.02, 1),
            e -> e.at(0.1, 0.5),
            e -> e.at(0.3, 0),
            e -> e.withoutIntercept(),
            e -> e.factored(0, 3).factored(2, 0.2),
            e -> e.factored(1, 0).factored(3, 0),
            e -> e.bounded(0, 0, 0.3).bounded(1, -0.1, 0).bounded(3, 0, Double.POSITIVE_INFINITY),
            e -> e.at(0, 1).bounded(0, -0.2, 0.1).bounded(2, 0, Double.POSITIVE_INFINITY),
            e -> e.factored(4, 0).bounded(4, -0.01, 0.02),
            e -> e.weighted(Draw.seeded(1).weights(e.n())),
            e -> e.offsetBy(Draw.seeded(2).normals(e.n() * e.outputs(), 0.5)));

    @ParameterizedTest
    @EnumSource
    void findsTheMinimumAndCertifiesIt(Family family) {
        Seeds.each(4, draw -> {
            Exercise plain = exercise(family, draw);
            for (UnaryOperator<Exercise> twist : TWISTS) {
                Exercise exercise = twist.apply(plain);
                Solution solution = solve(exercise);
                Certificate certificate = solution.certificate();
                assertThat(certificate.converged()).as("converged").isTrue();
                assertThat(certificate.relativeGap()).isLessThanOrEqualTo(Stopping.DEFAULT.relativeGap());
                assertTrue(exercise, solution, SlowSolver.minimum(exercise));
                assertWithinBounds(exercise, solution.coefficients());
            }
        });
    }

    /** A gap is a bound whether or not the solver was given the time to close it. */
    @ParameterizedTest
    @EnumSource
    void certificatesOfUnfinishedWorkAreTrue(Family family) {
        Seeds.each(4, draw -> {
            Exercise plain = exercise(family, draw);
            for (UnaryOperator<Exercise> twist : TWISTS) {
                Exercise exercise = twist.apply(plain);
                double minimum = SlowSolver.minimum(exercise);
                for (double gap : new double[] {0.3, 1e-2, 1e-4}) {
                    for (int epochs : new int[] {1, 2, 1000}) {
                        Solution solution = solver().solve(
                                        exercise.problem(), Start.cold(), new Stopping(gap, epochs), Observer.SILENT);
                        Certificate certificate = solution.certificate();
                        assertTrue(exercise, solution, minimum);
                        assertThat(certificate.converged()).isEqualTo(certificate.relativeGap() <= gap);
                    }
                }
            }
        });
    }

    private static void assertTrue(Exercise exercise, Solution solution, double minimum) {
        Certificate certificate = solution.certificate();
        double rounding = SLOW * (certificate.scale() + Math.abs(minimum));
        assertThat(certificate.objective())
                .as("objective")
                .isCloseTo(exercise.objective(solution.coefficients()), within(rounding));
        assertThat(certificate.objective()).as("objective and minimum").isGreaterThanOrEqualTo(minimum - rounding);
        assertThat(certificate.objective() - certificate.gap())
                .as("lower bound and minimum")
                .isLessThanOrEqualTo(minimum + rounding);
        assertThat(certificate.violation())
                .as("violation")
                .isCloseTo(violation(exercise, solution.coefficients()), within(1e-13 * (1 + certificate.scale())));
    }

    /** The largest distance of −∇F from the subdifferential, from the definition. */
    private static double violation(Exercise exercise, Coefficients coefficients) {
        double[] beta = coefficients.dense();
        double[] gradient = exercise.gradient(coefficients.intercepts(), beta);
        double worst = 0;
        for (int k = 0; exercise.intercept() && k < exercise.outputs(); k++) {
            worst = Math.max(worst, Math.abs(gradient[k]));
        }
        for (int c = 0; c < beta.length; c++) {
            int j = c % exercise.p();
            double strength = exercise.lambda() * exercise.factors()[j];
            double l1 = strength * exercise.l1Ratio();
            double l2 = strength * (1 - exercise.l1Ratio()) * beta[c];
            double up = gradient[exercise.outputs() + c] + l2 + (beta[c] < 0 ? -l1 : l1);
            double down = gradient[exercise.outputs() + c] + l2 + (beta[c] > 0 ? l1 : -l1);
            worst = Math.max(worst, beta[c] < exercise.upper()[j] ? -up : 0);
            worst = Math.max(worst, beta[c] > exercise.lower()[j] ? down : 0);
        }
        return worst;
    }

    private static void assertWithinBounds(Exercise exercise, Coefficients coefficients) {
        for (int j = 0; j < exercise.p(); j++) {
            for (int k = 0; k < exercise.outputs(); k++) {
                assertThat(coefficients.get(j, k)).isBetween(exercise.lower()[j], exercise.upper()[j]);
            }
        }
    }

    @Test
    void withoutPenaltyItIsLeastSquares() {
        Seeds.each(10, draw -> {
            Exercise exercise = exercise(Family.SQUARED, draw).at(0, 1).weighted(draw.weights(N));
            double[] expected = LeastSquares.solve(withOnes(exercise), exercise.y(), exercise.weights());
            assertCoefficients(solve(exercise).coefficients(), expected, 1e-9);
        });
    }

    @Test
    void withoutPenaltyItIsMaximumLikelihood() {
        Seeds.each(10, draw -> {
            Exercise counts = exercise(Family.POISSON, draw).at(0, 0).weighted(draw.weights(N));
            double[] expected =
                    LeastSquares.scoring(withOnes(counts), counts.y(), counts.weights(), Math::exp, mu -> mu);
            assertCoefficients(tight(counts), expected, 1e-6);
            Exercise classes = exercise(Family.LOGISTIC, draw).at(0, 0);
            // Rows of both classes at the same place keep the classes from being separable.
            Exercise mixed = classes.rows(Rows.allAnd(N, 0, 1, 2, 3));
            double[] y = mixed.y().clone();
            for (int i = 0; i < 4; i++) {
                y[N + i] = 1 - y[i];
            }
            mixed = mixed.withTarget(y);
            expected = LeastSquares.scoring(
                    withOnes(mixed), y, mixed.weights(), eta -> 1 / (1 + Math.exp(-eta)), mu -> mu * (1 - mu));
            assertCoefficients(tight(mixed), expected, 1e-6);
        });
    }

    private Coefficients tight(Exercise exercise) {
        return solver().solve(exercise.problem(), Start.cold(), Stopping.atGap(1e-13), Observer.SILENT)
                .coefficients();
    }

    private static double[][] withOnes(Exercise exercise) {
        double[][] columns = new double[exercise.p() + 1][];
        columns[0] = new double[exercise.n()];
        java.util.Arrays.fill(columns[0], 1);
        System.arraycopy(exercise.columns(), 0, columns, 1, exercise.p());
        return columns;
    }

    /** @param expected the intercept first */
    private static void assertCoefficients(Coefficients actual, double[] expected, double tolerance) {
        assertThat(actual.intercept(0)).isCloseTo(expected[0], within(tolerance * (1 + Math.abs(expected[0]))));
        for (int j = 1; j < expected.length; j++) {
            assertThat(actual.get(j - 1, 0)).isCloseTo(expected[j], within(tolerance * (1 + Math.abs(expected[j]))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutInterceptThereIsNone(Family family) {
        Exercise exercise = exercise(family, Draw.seeded(5)).withoutIntercept();
        assertThat(solve(exercise).coefficients().intercepts()).containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource
    void aCancelledSolverEndsAndSaysHowFarItCame(Family family) {
        Observer impatient = new Observer() {
            @Override
            public boolean cancelled() {
                return true;
            }
        };
        Exercise exercise = exercise(family, Draw.seeded(6)).at(1e-3, 1);
        Solution solution = solver().solve(exercise.problem(), Start.cold(), Stopping.DEFAULT, impatient);
        assertThat(solution.certificate().converged()).isFalse();
        assertTrue(exercise, solution, SlowSolver.minimum(exercise));
    }
}

package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.path.PathProblem;
import dev.taut.path.RidgeValidation;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Coefficients;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Leave-one-out by a formula is leave-one-out by n fits. */
class RidgeValidationTest {
    private static final double[] LAMBDAS = {0.1, 30, 1, 1e-3};

    private static RidgeDraw random(Draw draw) {
        return draw.uniform() < 0.5
                ? RidgeDraw.random(draw, draw.integer(15, 90), draw.integer(2, 12))
                : RidgeDraw.random(draw, draw.integer(8, 15), draw.integer(16, 30));
    }

    @Test
    void leaveOneOutIsThatOfFitsWithoutEachRow() {
        Seeds.each(30, draw -> {
            RidgeDraw ridge = random(draw);
            List<RidgeValidation> found = RidgeValidation.of(ridge.problem(), LAMBDAS);
            double all = Arrays.stream(ridge.weights()).sum();
            for (int k = 0; k < LAMBDAS.length; k++) {
                double sum = 0;
                for (int i = 0; i < ridge.n(); i++) {
                    double error = ridge.error(ridge.without(i).solution(LAMBDAS[k] * all, ridge.scales()), i);
                    sum += ridge.weights()[i] / all * error * error;
                }
                assertThat(found.get(k).lambda()).isEqualTo(LAMBDAS[k]);
                assertThat(found.get(k).leaveOneOut()).isCloseTo(sum, within(1e-8 * sum));
            }
        });
    }

    /** tr H and GCV from H itself, column by column: the fit of each unit vector. */
    @Test
    void degreesOfFreedomAndGcvAreThoseOfTheHatMatrix() {
        Seeds.each(20, draw -> {
            RidgeDraw ridge = random(draw);
            double[] lambdas = {30, 1, 0.1};
            List<RidgeValidation> found = RidgeValidation.of(ridge.problem(), lambdas);
            RidgeDraw linear = new RidgeDraw(
                    ridge.columns(),
                    ridge.y(),
                    ridge.weights(),
                    new double[0],
                    ridge.factors(),
                    ridge.intercept(),
                    ridge.standardize());
            double all = Arrays.stream(ridge.weights()).sum();
            double rows = Arrays.stream(ridge.weights()).filter(w -> w > 0).count();
            for (int k = 0; k < lambdas.length; k++) {
                double trace = 0;
                double loss = 0;
                Coefficients fit = ridge.solution(lambdas[k]);
                for (int i = 0; i < ridge.n(); i++) {
                    double[] unit = new double[ridge.n()];
                    unit[i] = 1;
                    RidgeDraw one = linear.withTarget(unit);
                    trace += ridge.weights()[i] > 0 ? 1 - one.error(one.solution(lambdas[k]), i) : 0;
                    double error = ridge.error(fit, i);
                    loss += ridge.weights()[i] / all * error * error;
                }
                double left = 1 - trace / rows;
                assertThat(found.get(k).degreesOfFreedom()).isCloseTo(trace, within(1e-8 * rows));
                assertThat(found.get(k).gcv()).isCloseTo(loss / left / left, within(1e-7 * loss / left / left));
            }
        });
    }

    @Test
    void degreesOfFreedomRunFromTheUnpenalisedToAll() {
        Seeds.each(5, draw -> {
            PathProblem problem = RidgeDraw.random(draw, 40, 6).problem();
            RidgeDraw plain = new RidgeDraw(
                    draw.columns(40, 6), draw.normals(40, 1), ones(40), new double[0], ones(6), true, true);
            List<RidgeValidation> found = RidgeValidation.of(plain.problem(), 1e9, 1e-9);
            assertThat(found.get(0).degreesOfFreedom()).isCloseTo(1, within(1e-6));
            assertThat(found.get(1).degreesOfFreedom()).isCloseTo(7, within(1e-6));
            assertThat(RidgeValidation.of(problem)).isEmpty();
        });
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    static Stream<Golden.LeaveOneOut> golden() {
        return Golden.leaveOneOut().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("golden")
    void leaveOneOutIsScikitLearns(Golden.LeaveOneOut golden) {
        GoldenCase problem = Golden.cases(golden.file()).stream()
                .filter(candidate -> candidate.name().equals(golden.name()))
                .findFirst()
                .orElseThrow();
        double found =
                RidgeValidation.of(problem.problem(), golden.lambda()).get(0).leaveOneOut();
        assertThat(found).isCloseTo(golden.leaveOneOut(), within(1e-9 * golden.leaveOneOut()));
    }

    /** A free column that is other than zero in one row alone: without that row nothing tells its coefficient. */
    @Test
    void aRowThatNothingPredictsIsSaidSo() {
        Seeds.each(3, draw -> {
            double[][] columns = draw.columns(20, 4);
            Arrays.fill(columns[1], 0);
            columns[1][7] = 2;
            RidgeDraw ridge = new RidgeDraw(
                    columns, draw.normals(20, 1), ones(20), new double[0], new double[] {1, 0, 1, 1}, true, true);
            RidgeValidation found = RidgeValidation.of(ridge.problem(), 0.5).get(0);
            assertThat(found.leaveOneOut()).isNaN();
            assertThat(found.degreesOfFreedom()).isBetween(2.0, 5.0);
            assertThat(found.gcv()).isPositive();
        });
    }

    @Test
    void whatTheFormulaDoesNotHoldForIsRefused() {
        Seeds.each(1, draw -> {
            PathProblem ridge = RidgeDraw.random(draw, 20, 4).problem();
            assertThatThrownBy(() -> RidgeValidation.of(with(ridge, Penalty.lasso()), 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("lasso");
            assertThatThrownBy(() ->
                            RidgeValidation.of(with(ridge, Penalty.ridge().within("x1", 0, 1)), 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("bounds");
            assertThatThrownBy(() -> RidgeValidation.of(ridge, 1, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("lambda");
            PathProblem counts = PathProblem.of(
                    ridge.design(),
                    ridge.features(),
                    Losses.poisson().on(Target.of(new double[20]), ones(20)),
                    Penalty.ridge());
            assertThatThrownBy(() -> RidgeValidation.of(counts, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("squared loss");
        });
    }

    private static PathProblem with(PathProblem problem, Penalty penalty) {
        return new PathProblem(
                problem.design(),
                problem.features(),
                problem.datafit(),
                penalty,
                problem.offset(),
                problem.intercept(),
                problem.standardize());
    }
}

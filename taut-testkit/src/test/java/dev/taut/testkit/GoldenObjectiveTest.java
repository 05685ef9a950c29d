package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.Features;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On sparse classification data without intercept, Taut reaches LIBLINEAR's objective. */
class GoldenObjectiveTest {
    static Stream<GoldenObjective> objectives() {
        return Golden.objectives().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("objectives")
    void objectiveAgrees(GoldenObjective golden) {
        SharedFiles.Labelled data = SharedFiles.svmlight(golden.file(), golden.columns());
        assertThat(data.design().rows()).isEqualTo(golden.rows());
        int[] codes = Arrays.stream(data.labels()).mapToInt(y -> y > 0 ? 1 : 0).toArray();
        Penalty penalty = golden.penalty().equals("ridge") ? Penalty.ridge() : Penalty.lasso();
        PathProblem problem = new PathProblem(
                data.design(),
                Features.numbered(golden.columns()),
                Losses.named(golden.loss()).on(Target.classes(2, codes)),
                penalty,
                new double[0],
                false,
                false);
        LambdaPath path = Paths.walk(problem, Lambdas.of(golden.lambda()), Stopping.atGap(1e-11), Observer.SILENT);
        Knot knot = path.knots().get(0);
        assertThat(golden.rows() * knot.certificate().objective())
                .as("objective")
                .isCloseTo(golden.objective(), within(1e-9 * golden.objective()));
        assertThat(knot.coefficients().active())
                .as("active")
                .isBetween(golden.active() - golden.duplicates(), golden.active() + golden.duplicates());
        if (golden.penalty().equals("lasso")) {
            assertThat(path.lambdaMax()).isCloseTo(golden.nullScore(), within(1e-12));
        }
    }
}

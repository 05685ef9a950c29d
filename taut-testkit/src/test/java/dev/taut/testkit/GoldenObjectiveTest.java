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
import org.junit.jupiter.api.Test;
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

    /**
     * ½‖w‖² + Σ max(0, 1 − y xᵀw) on heart_scale is quoted as 96.498279458, where LIBLINEAR's dual method stops. The minimum is
     * lower, and the dual bound leaves no room below it.
     */
    @Test
    void theHingeGoesBelowTheQuotedFigureAndProvesIt() {
        SharedFiles.Labelled data = SharedFiles.svmlight("heart_scale.svm", 13);
        int rows = data.design().rows();
        int[] codes = Arrays.stream(data.labels()).mapToInt(y -> y > 0 ? 1 : 0).toArray();
        PathProblem problem = new PathProblem(
                data.design(),
                Features.numbered(13),
                Losses.hinge().on(Target.classes(2, codes)),
                Penalty.ridge(),
                new double[0],
                false,
                false);
        Knot knot = Paths.walk(problem, Lambdas.of(1.0 / rows), Stopping.atGap(1e-11), Observer.SILENT)
                .knots()
                .get(0);
        double minimum = rows * knot.certificate().objective();
        double bound = minimum - rows * knot.certificate().gap();
        assertThat(knot.certificate().converged()).isTrue();
        assertThat(minimum).isCloseTo(96.498277995, within(1e-8));
        assertThat(bound).isBetween(96.49827799, minimum);
        assertThat(minimum).isLessThan(96.498279458 - 1e-6);
        double[] w = new double[13];
        for (int k = 0; k < knot.coefficients().active(); k++) {
            w[knot.coefficients().coordinate(k)] = knot.coefficients().value(k);
        }
        assertThat(primal(data, w)).isCloseTo(minimum, within(1e-9));
    }

    private static double primal(SharedFiles.Labelled data, double[] w) {
        double[] eta = new double[data.design().rows()];
        double sum = 0;
        for (int j = 0; j < w.length; j++) {
            data.design().axpy(j, w[j], eta, 0);
            sum += w[j] * w[j] / 2;
        }
        for (int i = 0; i < eta.length; i++) {
            sum += Math.max(0, 1 - Math.signum(data.labels()[i]) * eta[i]);
        }
        return sum;
    }
}

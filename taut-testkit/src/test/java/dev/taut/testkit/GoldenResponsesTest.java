package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several responses under penalties of single coefficients are what scikit-learn finds for them. */
class GoldenResponsesTest {
    static Stream<GoldenResponses> cases() {
        return Golden.responses().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void coefficientsAgree(GoldenResponses golden) {
        double[] weights = golden.weights().length > 0 ? golden.weights() : new double[golden.y()[0].length];
        if (golden.weights().length == 0) {
            Arrays.fill(weights, 1);
        }
        PathProblem problem = new PathProblem(
                DenseDesign.ofColumns(weights.length, golden.x()),
                Features.numbered(golden.x().length),
                Losses.named("responses").on(Target.responses(golden.y()), weights),
                Penalty.elasticNet(golden.l1Ratio()),
                new double[0],
                true,
                false);
        LambdaPath path = Paths.walk(problem, Lambdas.of(golden.lambda()), Stopping.atGap(1e-14), Observer.SILENT);
        Knot knot = path.knots().get(0);
        Coefficients raw = path.raw(knot);
        assertThat(knot.certificate().objective()).isCloseTo(golden.objective(), within(1e-12 * golden.objective()));
        for (int k = 0; k < golden.beta().length; k++) {
            assertThat(raw.intercept(k)).isCloseTo(golden.intercepts()[k], within(1e-6));
            for (int j = 0; j < golden.x().length; j++) {
                assertThat(raw.get(j, k)).isCloseTo(golden.beta()[k][j], within(1e-6));
            }
        }
    }
}

package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.Paths;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Grouped multinomial models are those of glmnet's {@code type.multinomial = "grouped"}. */
class GroupedGoldenTest {
    static Stream<GoldenCase> cases() {
        return Golden.cases("grouped").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void pathAgreesWithGlmnet(GoldenCase golden) {
        LambdaPath path =
                Paths.walk(golden.problem(), Lambdas.of(golden.lambdas()), Stopping.atGap(1e-14), Observer.SILENT);
        assertThat(path.lambdaMax()).isCloseTo(golden.nullScore() / golden.l1Ratio(), within(1e-9));
        for (int k = 0; k < golden.solutions().size(); k++) {
            Golden.Solution reference = golden.solutions().get(k);
            Knot knot = path.knots().get(k);
            assertThat(knot.certificate().objective()).isCloseTo(reference.objective(), within(1e-9));
            double[][] distances = Distances.scaled(golden, reference, path.raw(knot), path.standardization());
            assertThat(Distances.largest(distances)).isLessThan(1e-6);
            assertThat(knot.certificate().relativeGap()).isLessThan(1e-9);
        }
    }
}

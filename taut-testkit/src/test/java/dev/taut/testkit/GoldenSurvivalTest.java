package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.Paths;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Taut's Cox models are those of glmnet and coxph. */
class GoldenSurvivalTest {
    static Stream<GoldenSurvival> cases() {
        return Golden.survivals().stream();
    }

    private static LambdaPath walk(GoldenSurvival golden, Stopping stopping) {
        double[] lambdas = golden.solutions().stream()
                .mapToDouble(GoldenSurvival.Solution::lambda)
                .toArray();
        return Paths.walk(golden.problem(), Lambdas.of(lambdas), stopping, Observer.SILENT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void pathAgreesWithTheReference(GoldenSurvival golden) {
        LambdaPath path = walk(golden, Stopping.atGap(1e-13));
        for (int k = 0; k < golden.solutions().size(); k++) {
            GoldenSurvival.Solution reference = golden.solutions().get(k);
            Knot knot = path.knots().get(k);
            Coefficients raw = path.raw(knot);
            assertThat(knot.certificate().objective())
                    .as("objective at λ = %s", reference.lambda())
                    .isCloseTo(reference.objective(), within(1e-10));
            for (int j = 0; j < reference.beta().length; j++) {
                double scale = path.standardization().scales()[j];
                assertThat(scale * raw.get(j, 0))
                        .as("coefficient %s at λ = %s", j + 1, reference.lambda())
                        .isCloseTo(scale * reference.beta()[j], within(1e-6));
            }
        }
        if (golden.l1Ratio() > 0) {
            double lambdaMax = golden.nullScore() / golden.l1Ratio();
            assertThat(path.lambdaMax()).isCloseTo(lambdaMax, within(1e-10 * lambdaMax));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theDefaultGapIsReachedAndHoldsTheReference(GoldenSurvival golden) {
        LambdaPath path = walk(golden, Stopping.DEFAULT);
        for (int k = 0; k < golden.solutions().size(); k++) {
            var certificate = path.knots().get(k).certificate();
            assertThat(certificate.converged()).as("converged at knot %s", k).isTrue();
            double above = certificate.objective() - golden.solutions().get(k).objective();
            assertThat(above).as("above the reference").isLessThanOrEqualTo(certificate.gap() + 1e-12);
        }
    }
}

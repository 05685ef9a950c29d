package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.Features;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** On real data, Taut's solutions are those of glmnet and glm. */
class GoldenFitTest {
    static Stream<GoldenFit> fits() {
        return Golden.fits().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fits")
    void pathAgreesWithTheReference(GoldenFit fit) {
        PathProblem problem = GoldenFits.problem(fit);
        double[] lambdas =
                fit.solutions().stream().mapToDouble(GoldenFit.Solution::lambda).toArray();
        LambdaPath path = Paths.walk(problem, Lambdas.of(lambdas), Stopping.atGap(1e-12), Observer.SILENT);
        if (fit.l1Ratio() > 0) {
            assertThat(path.lambdaMax()).as("λ_max").isCloseTo(fit.lambdaMax(), within(1e-10 * fit.lambdaMax()));
        }
        SoftAssertions.assertSoftly(softly -> {
            for (int k = 0; k < lambdas.length; k++) {
                compare(
                        softly,
                        problem,
                        fit.solutions().get(k),
                        path,
                        path.knots().get(k));
            }
        });
    }

    private static void compare(
            SoftAssertions softly, PathProblem problem, GoldenFit.Solution reference, LambdaPath path, Knot knot) {
        String where = " at λ = " + reference.lambda();
        double rows = problem.datafit().rows();
        double certified = knot.certificate().objective();
        softly.assertThat(certified)
                .as("objective" + where)
                .isCloseTo(reference.objective(), within(1e-9 * Math.max(1, Math.abs(reference.objective()))));
        double above = (1 - knot.devianceExplained()) * knot.certificate().scale();
        softly.assertThat(2 * rows * above)
                .as("deviance" + where)
                .isCloseTo(reference.deviance(), within(1e-6 * Math.max(1, reference.deviance())));
        softly.assertThat(farthest(problem, reference, path, knot))
                .as("distance of coefficients" + where)
                .isLessThan(1e-6);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "bikeshare, 228041, 0.5",
        "saheart-seven, 483.17, 0.005",
        "saheart-nine, 472.14, 0.005",
        "mass-insurance, 51.42, 0.005"
    })
    void devianceIsThePublishedOne(String name, double published, double rounding) {
        GoldenFit fit = fits().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
        PathProblem problem = GoldenFits.problem(fit);
        Knot knot = Paths.walk(problem, Lambdas.of(0), Stopping.DEFAULT, Observer.SILENT)
                .knots()
                .get(0);
        double above = (1 - knot.devianceExplained()) * knot.certificate().scale();
        assertThat(2 * problem.datafit().rows() * above).isCloseTo(published, within(rounding));
    }

    /** The largest distance of a standardized coefficient, relative to the largest one (at least 1). */
    private static double farthest(PathProblem problem, GoldenFit.Solution reference, LambdaPath path, Knot knot) {
        Features features = problem.features();
        Coefficients raw = path.raw(knot);
        double distance = 0;
        double scale = 1;
        for (int k = 0; k < raw.outputs(); k++) {
            Map<String, Double> theirs = reference.beta().get(k);
            for (int j = 0; j < features.size(); j++) {
                double sd = path.standardization().scales()[j];
                double b = theirs.getOrDefault(features.get(j).name(), 0.0);
                distance = Math.max(distance, sd * Math.abs(b - raw.get(j, k)));
                scale = Math.max(scale, sd * Math.abs(b));
            }
        }
        return distance / scale;
    }
}

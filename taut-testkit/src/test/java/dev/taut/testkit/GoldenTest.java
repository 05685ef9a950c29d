package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Taut's solutions are those of glmnet, glm and scikit-learn. */
class GoldenTest {
    private static final Stopping TIGHT = Stopping.atGap(1e-14);

    static Stream<GoldenCase> cases() {
        return Golden.FILES.stream().flatMap(file -> Golden.cases(file).stream());
    }

    private static LambdaPath walk(GoldenCase golden, Stopping stopping, double... lambdas) {
        return Paths.walk(golden.problem(), Lambdas.of(lambdas), stopping, Observer.SILENT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void pathAgreesWithTheReference(GoldenCase golden) {
        LambdaPath path = walk(golden, TIGHT, golden.lambdas());
        SoftAssertions.assertSoftly(softly -> {
            for (int k = 0; k < golden.solutions().size(); k++) {
                Golden.Solution reference = golden.solutions().get(k);
                Knot knot = path.knots().get(k);
                compare(softly, golden, reference, path, knot);
            }
        });
    }

    private static void compare(
            SoftAssertions softly, GoldenCase golden, Golden.Solution reference, LambdaPath path, Knot knot) {
        String where = "λ = " + reference.lambda();
        double tolerance = 1e-9 * Math.max(1, Math.abs(reference.objective()));
        softly.assertThat(knot.certificate().objective())
                .as("objective at %s", where)
                .isCloseTo(reference.objective(), within(tolerance));
        double[][] distances = Distances.scaled(golden, reference, path.raw(knot), path.standardization());
        softly.assertThat(distances)
                .as("distance of coefficients and intercepts at %s", where)
                .satisfies(d -> assertThat(Distances.largest(d)).isLessThan(1e-6));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void eachLambdaAloneIsAsExactAsInThePath(GoldenCase golden) {
        SoftAssertions.assertSoftly(softly -> {
            for (Golden.Solution reference : golden.solutions()) {
                LambdaPath alone = walk(golden, TIGHT, reference.lambda());
                compare(softly, golden, reference, alone, alone.knots().get(0));
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theDefaultGapIsReachedAndHoldsTheReference(GoldenCase golden) {
        LambdaPath path = walk(golden, Stopping.DEFAULT, golden.lambdas());
        for (int k = 0; k < golden.solutions().size(); k++) {
            var certificate = path.knots().get(k).certificate();
            double reference = golden.solutions().get(k).objective();
            double rounding = 1e-12 * Math.max(1, Math.abs(reference));
            assertThat(certificate.converged()).as("converged at knot %s", k).isTrue();
            assertThat(certificate.relativeGap()).isLessThanOrEqualTo(1e-9);
            assertThat(certificate.objective() - reference)
                    .as("objective above the reference's at knot %s", k)
                    .isLessThanOrEqualTo(certificate.gap() + rounding);
        }
    }

    /** For ridge alone no λ makes all coefficients zero, and where a grid starts is a choice, not a number to check. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("withL1")
    void lambdaMaxIsTheReferences(GoldenCase golden) {
        double lambdaMax = walk(golden, TIGHT, golden.lambdas()).lambdaMax();
        double tolerance = nullModelIsIterated(golden) ? 1e-8 : 1e-10;
        assertThat(lambdaMax).isCloseTo(golden.lambdaMax(), within(tolerance * golden.lambdaMax()));
    }

    /** Then its gap vanishes in rounding, ~1e-16, while the scores are still off by the square root of that. */
    private static boolean nullModelIsIterated(GoldenCase golden) {
        return golden.hasFreeColumns() && !golden.loss().equals("squared");
    }

    /** Exactly at λ_max the last coefficient to leave is a tie, which rounding may decide either way. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("withL1")
    void theGridStartsWhereThePenalisedCoefficientsVanish(GoldenCase golden) {
        LambdaPath path = Paths.walk(golden.problem(), Lambdas.grid(2, 0.9), Stopping.DEFAULT, Observer.SILENT);
        assertThat(largestPenalised(golden, path, 0)).isLessThan(1e-8);
        assertThat(largestPenalised(golden, path, 1)).isGreaterThan(1e-4);
    }

    static Stream<GoldenCase> withL1() {
        return cases().filter(golden -> golden.l1Ratio() > 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withL1")
    void allPenalisedCoefficientsAreExactlyZeroFromLambdaMaxOn(GoldenCase golden) {
        LambdaPath path = walk(
                golden, TIGHT, 100 * golden.lambdaMax(), (1 + 1e-9) * golden.lambdaMax(), 0.99 * golden.lambdaMax());
        assertThat(largestPenalised(golden, path, 0)).isZero();
        assertThat(largestPenalised(golden, path, 1)).isZero();
        assertThat(largestPenalised(golden, path, 2)).isPositive();
    }

    private static double largestPenalised(GoldenCase golden, LambdaPath path, int knot) {
        Coefficients coefficients = path.knots().get(knot).coefficients();
        return IntStream.range(0, coefficients.active())
                .filter(k -> !golden.free(coefficients.coordinate(k) % coefficients.columns()))
                .mapToDouble(k -> Math.abs(coefficients.value(k)))
                .max()
                .orElse(0);
    }

    static Stream<Arguments> withSecondOpinion() {
        Map<String, List<Golden.Opinion>> opinions =
                Golden.opinions().stream().collect(Collectors.groupingBy(Golden.Opinion::name));
        return cases().filter(golden -> opinions.containsKey(golden.name()))
                .map(golden -> Arguments.of(golden, opinions.get(golden.name())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withSecondOpinion")
    void scikitLearnReachesTheSameObjectiveAndNoLowerOne(GoldenCase golden, List<Golden.Opinion> opinions) {
        double[] lambdas = opinions.stream().mapToDouble(Golden.Opinion::lambda).toArray();
        LambdaPath path = walk(golden, TIGHT, lambdas);
        for (int k = 0; k < lambdas.length; k++) {
            double ours = path.knots().get(k).certificate().objective();
            double theirs = opinions.get(k).objective();
            double scale = Math.max(1, Math.abs(theirs));
            assertThat(path.knots().get(k).lambda()).isEqualTo(opinions.get(k).lambda());
            assertThat(ours - theirs).as("objective above scikit-learn's").isLessThan(1e-12 * scale);
            assertThat(ours - theirs).as("objective below scikit-learn's").isGreaterThan(-1e-7 * scale);
        }
    }

    static Stream<GoldenCase> unpenalised() {
        return cases().filter(golden -> golden.penalty().equals("none"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unpenalised")
    void lambdaZeroIsMaximumLikelihoodUnderEveryPenalty(GoldenCase golden) {
        Golden.Solution reference = golden.solutions().get(0);
        SoftAssertions.assertSoftly(softly -> {
            for (Penalty penalty : List.of(Penalty.lasso(), Penalty.ridge(), Penalty.elasticNet(0.5))) {
                LambdaPath path = Paths.walk(golden.problem(penalty), Lambdas.of(0), TIGHT, Observer.SILENT);
                compare(softly, golden, reference, path, path.knots().get(0));
            }
        });
    }
}

package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.loss.Weights;
import dev.taut.path.Knot;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Certificate;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses with corners reach the objectives of linear programs and dual solvers, and their certificates are true. */
class GoldenCornerTest {
    static Stream<GoldenCorner> cases() {
        return Golden.corners().stream();
    }

    private static PathProblem problem(GoldenCorner golden) {
        GoldenCorner.Data data = Golden.cornerData(golden.columns());
        int n = data.numbers().length;
        double[] y = golden.loss().equals("hinge") ? data.classes() : data.numbers();
        double[] weights = golden.weighted() ? data.weights() : Weights.equal(n);
        Datafit datafit = Losses.named(golden.loss()).on(Target.of(y), weights);
        return new PathProblem(
                DenseDesign.ofColumns(n, data.x()),
                Features.numbered(golden.columns()),
                datafit,
                Penalty.elasticNet(golden.l1Ratio()),
                new double[0],
                golden.intercept(),
                false);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theMinimumIsFoundAndProved(GoldenCorner golden) {
        Knot knot = Paths.walk(problem(golden), Lambdas.of(golden.lambda()), Stopping.DEFAULT, Observer.SILENT)
                .knots()
                .get(0);
        assertTrue(golden, knot.certificate());
    }

    private static void assertTrue(GoldenCorner golden, Certificate certificate) {
        assertThat(certificate.converged()).as("converged").isTrue();
        double rounding = 1e-10 * (1 + golden.objective());
        assertThat(certificate.objective() - certificate.gap())
                .as("lower bound")
                .isLessThanOrEqualTo(golden.objective() + rounding);
        assertThat(certificate.objective())
                .as("objective")
                .isGreaterThanOrEqualTo(golden.objective() - golden.gap() - rounding)
                .isLessThanOrEqualTo(golden.objective() + 1e-8 * (1 + golden.objective()));
    }

    /** A path, warm from λ to λ, arrives where single fits do. */
    @ParameterizedTest
    @MethodSource("paths")
    void pathsAgreeWithSingleFits(List<GoldenCorner> goldens) {
        double[] lambdas = goldens.stream().mapToDouble(GoldenCorner::lambda).toArray();
        double[] all = Arrays.copyOf(lambdas, lambdas.length + 2);
        all[lambdas.length] = 0.15;
        all[lambdas.length + 1] = 0.1;
        Map<Double, Knot> knots =
                Paths.walk(problem(goldens.get(0)), Lambdas.of(all), Stopping.DEFAULT, Observer.SILENT).knots().stream()
                        .collect(Collectors.toMap(Knot::lambda, Function.identity()));
        goldens.forEach(golden -> assertTrue(golden, knots.get(golden.lambda()).certificate()));
    }

    static Stream<List<GoldenCorner>> paths() {
        return Golden.corners().stream()
                .collect(Collectors.groupingBy(
                        g -> g.loss() + g.columns() + g.weighted() + g.intercept() + g.l1Ratio(),
                        java.util.TreeMap::new,
                        Collectors.toList()))
                .values()
                .stream();
    }

    /** λ max is enough to hold every coefficient at zero. */
    @ParameterizedTest
    @MethodSource("paths")
    void atLambdaMaxEverythingIsZero(List<GoldenCorner> goldens) {
        GoldenCorner golden = goldens.get(0);
        if (golden.l1Ratio() > 0) {
            Knot knot = Paths.walk(problem(golden), Lambdas.grid(1, 0), Stopping.DEFAULT, Observer.SILENT)
                    .knots()
                    .get(0);
            assertThat(knot.certificate().converged()).isTrue();
            assertThat(knot.coefficients().l1Norm()).isLessThan(1e-6);
        }
    }
}

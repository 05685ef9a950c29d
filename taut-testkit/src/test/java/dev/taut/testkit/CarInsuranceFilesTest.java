package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.loss.Loss;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Swedish third-party car insurance, main effects of its four factors: the deviances that R's glm finds. */
class CarInsuranceFilesTest {
    private static final List<String> FACTORS = List.of("Kilometres", "Zone", "Bonus", "Make");

    private static double[] numbers(Map<String, String[]> csv, String column, int[] rows) {
        return Arrays.stream(rows)
                .mapToDouble(i -> Double.parseDouble(csv.get(column)[i]))
                .toArray();
    }

    /** An indicator for every level of the factors but the first. */
    private static double[][] indicators(Map<String, String[]> csv, int[] rows) {
        List<double[]> columns = new ArrayList<>();
        for (String factor : FACTORS) {
            Arrays.stream(csv.get(factor))
                    .distinct()
                    .sorted()
                    .skip(1)
                    .forEach(level -> columns.add(Arrays.stream(rows)
                            .mapToDouble(i -> csv.get(factor)[i].equals(level) ? 1 : 0)
                            .toArray()));
        }
        return columns.toArray(double[][]::new);
    }

    /** Deviance of the model, then of the null model. */
    private static void assertDeviances(
            PathProblem problem, double weight, double deviance, double nullDeviance, int residualDegrees) {
        Knot knot = Paths.walk(problem, Lambdas.of(0), Stopping.atGap(1e-12), Observer.SILENT)
                .knots()
                .get(0);
        double none = 2 * weight * knot.certificate().scale();
        assertThat(knot.certificate().converged()).isTrue();
        assertThat(none).isCloseTo(nullDeviance, within(5e-3));
        assertThat((1 - knot.devianceExplained()) * none).isCloseTo(deviance, within(5e-4));
        assertThat(problem.design().rows() - problem.design().columns() - 1).isEqualTo(residualDegrees);
    }

    private static PathProblem problem(Loss loss, double[] y, double[] weights, double[] offset, double[][] columns) {
        return new PathProblem(
                DenseDesign.ofColumns(y.length, columns),
                Features.numbered(columns.length),
                loss.on(Target.of(y), weights),
                Penalty.none(),
                offset,
                true,
                true);
    }

    @Test
    void claimsByInsuredYears() {
        Map<String, String[]> csv = SharedFiles.csv("sw_autoins.csv");
        int[] all = IntStream.range(0, csv.get("Claims").length).toArray();
        double[] ones = DoubleStream.generate(() -> 1).limit(all.length).toArray();
        double[] offset =
                Arrays.stream(numbers(csv, "Insured", all)).map(Math::log).toArray();
        assertDeviances(
                problem(Losses.poisson(), numbers(csv, "Claims", all), ones, offset, indicators(csv, all)),
                all.length,
                2966.118,
                34070.58,
                2157);
    }

    @Test
    void paymentByClaim() {
        Map<String, String[]> csv = SharedFiles.csv("sw_autoins.csv");
        int[] rows = IntStream.range(0, csv.get("Claims").length)
                .filter(i ->
                        Double.parseDouble(csv.get("Claims")[i]) > 0 && Double.parseDouble(csv.get("Payment")[i]) > 0)
                .toArray();
        assertThat(rows).hasSize(1797);
        double[] claims = numbers(csv, "Claims", rows);
        double[] payments = numbers(csv, "Payment", rows);
        double[] mean = IntStream.range(0, rows.length)
                .mapToDouble(i -> payments[i] / claims[i])
                .toArray();
        assertDeviances(
                problem(Losses.named("gamma"), mean, claims, new double[0], indicators(csv, rows)),
                Arrays.stream(claims).sum(),
                4526.591,
                5417.743,
                1772);
    }
}

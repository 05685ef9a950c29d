package dev.taut.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.design.Features;
import dev.taut.design.SparseDesign;
import dev.taut.design.Standardization;
import dev.taut.design.StandardizedDesign;
import dev.taut.loss.DualDatafit;
import dev.taut.loss.Loss;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.penalty.Penalty;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same problem, its entries kept as such or not, has one solution; only the first is found by dual descent. */
class DualDescentTest {
    private static final int ROWS = 60;
    private static final int COLUMNS = 12;

    private final Random random = new Random(7);

    @ParameterizedTest
    @CsvSource({"hinge, true", "hinge, false", "quantile:0.3, true", "svr:0.2, true", "svr:0.2, false"})
    void findsWhatDenseColumnsFind(String name, boolean intercept) {
        double[][] columns = IntStream.range(0, COLUMNS)
                .mapToObj(j -> IntStream.range(0, ROWS)
                        .mapToDouble(i -> random.nextDouble() < 0.3 ? random.nextGaussian() : 0)
                        .toArray())
                .toArray(double[][]::new);
        DualDatafit datafit = datafit(Losses.named(name), columns);
        double[] offset = random.doubles(ROWS, -0.3, 0.3).toArray();
        for (double lambda : new double[] {1, 0.05, 0.003}) {
            Problem sparse = problem(SparseDesign.ofColumns(ROWS, columns), datafit, lambda, offset, intercept);
            Problem dense = problem(DenseDesign.ofColumns(ROWS, columns), datafit, lambda, offset, intercept);
            assertThat(DualDescent.suits(sparse)).isTrue();
            assertThat(DualDescent.suits(dense)).isFalse();
            Solution one = solve(sparse);
            Solution other = solve(dense);
            assertThat(one.certificate().converged()).isTrue();
            assertThat(one.certificate().objective())
                    .isCloseTo(other.certificate().objective(), within(1e-8));
            double[] expected = other.coefficients().dense();
            for (int j = 0; j < COLUMNS; j++) {
                assertThat(one.coefficients().dense()[j]).isCloseTo(expected[j], within(1e-4));
            }
        }
    }

    /** By itself it comes as near as it is asked to. */
    @Test
    void reachesTheGapThatIsAsked() {
        double[][] columns = IntStream.range(0, COLUMNS)
                .mapToObj(j -> random.doubles(ROWS, -1, 1).toArray())
                .toArray(double[][]::new);
        DualDatafit datafit = datafit(Losses.named("hinge"), columns);
        Problem problem = problem(SparseDesign.ofColumns(ROWS, columns), datafit, 0.05, new double[0], true);
        double minimum = solve(problem).certificate().objective();
        DualDescent.Found found = new DualDescent(problem, datafit.middle()).run(1e-7, 100_000, Observer.SILENT);
        double objective = datafit.value(LinearPredictors.of(problem, found.coefficients()))
                + problem.prox().value(found.coefficients().dense());
        assertThat(objective).isBetween(minimum - 1e-9, minimum + 2e-7);
        assertThat(found.epochs()).isLessThan(100_000);
    }

    private static Solution solve(Problem problem) {
        return Solvers.of(problem.design(), problem.datafit(), problem.prox())
                .solve(problem, Start.cold(), Stopping.atGap(1e-9), Observer.SILENT);
    }

    private DualDatafit datafit(Loss loss, double[][] columns) {
        double[] weights = random.doubles(ROWS, 0.2, 2).toArray();
        weights[3] = 0;
        double[] y = IntStream.range(0, ROWS)
                .mapToDouble(i -> columns[0][i] - columns[1][i] + 0.5 * random.nextGaussian())
                .toArray();
        Target target = loss.name().equals("hinge")
                ? Target.classes(
                        2, IntStream.range(0, ROWS).map(i -> y[i] > 0 ? 1 : 0).toArray())
                : Target.of(y);
        return (DualDatafit) loss.on(target, weights);
    }

    private static Problem problem(
            Design design, DualDatafit datafit, double lambda, double[] offset, boolean intercept) {
        Design view = intercept
                ? StandardizedDesign.of(design, Standardization.of(design, datafit.weights(), true, true))
                : design;
        return new Problem(view, datafit, Penalty.ridge().at(lambda, Features.numbered(COLUMNS)), offset, intercept);
    }
}

package dev.taut.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Few rows stand for many. */
class MomentSumsTest {
    private static final int ROWS = 500;
    private static final int COLUMNS = 7;

    private final Random random = new Random(3);
    private final double[][] data = new double[ROWS][COLUMNS + 1];
    private final double[] weights = random.doubles(ROWS, 0, 2).toArray();

    MomentSumsTest() {
        for (double[] row : data) {
            for (int j = 0; j < COLUMNS; j++) {
                row[j] = 1000 * j + (j + 1) * random.nextGaussian();
            }
            row[COLUMNS] = 3 * row[1] - row[2] + random.nextGaussian();
        }
        weights[5] = 0;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 13})
    void mergedPartsAreTheWhole(int parts) {
        MomentSums merged = new MomentSums(COLUMNS + 1);
        for (int part = 0; part < parts; part++) {
            MomentSums sums = new MomentSums(COLUMNS + 1);
            for (int i = part; i < ROWS; i += parts) {
                sums.add(data[i], weights[i]);
            }
            merged.merge(MomentSums.of(COLUMNS + 1, sums.toArray()));
        }
        assertThat(merged.count()).isEqualTo(ROWS - 1);
        double total = Arrays.stream(weights).sum();
        assertThat(merged.weight()).isCloseTo(total, within(1e-10));
        double[][] rows = merged.rows();
        for (int a = 0; a <= COLUMNS; a++) {
            assertThat(mean(rows, equal(rows.length), a)).isCloseTo(mean(data, weights, a), within(1e-10));
            for (int b = 0; b <= a; b++) {
                double expected = covariance(data, weights, a, b);
                double size = Math.sqrt(covariance(data, weights, a, a) * covariance(data, weights, b, b));
                assertThat(covariance(rows, equal(rows.length), a, b)).isCloseTo(expected, within(1e-11 * size));
            }
        }
    }

    @Test
    void theirPathIsThePathOfAllRows() {
        MomentSums sums = new MomentSums(COLUMNS + 1);
        for (int i = 0; i < ROWS; i++) {
            sums.add(data[i], weights[i]);
        }
        LambdaPath all = path(data, weights);
        LambdaPath few = path(sums.rows(), equal(COLUMNS + 2));
        assertThat(few.knots()).hasSameSizeAs(all.knots());
        for (int k = 0; k < few.knots().size(); k++) {
            double[] expected = all.raw(all.knots().get(k)).dense();
            double[] found = few.raw(few.knots().get(k)).dense();
            for (int j = 0; j < COLUMNS; j++) {
                assertThat(found[j]).isCloseTo(expected[j], within(1e-9 * (1 + Math.abs(expected[j]))));
            }
        }
    }

    /** A column that is a sum of others, one that is constant, and no row at all. */
    @Test
    void degenerateMomentsKeepTheirMeaning() {
        MomentSums sums = new MomentSums(3);
        for (int i = 0; i < 40; i++) {
            double x = random.nextGaussian();
            sums.add(new double[] {x, 2 * x, 5}, 1);
        }
        double[][] rows = sums.rows();
        for (double[] row : rows) {
            assertThat(row[1]).isCloseTo(2 * row[0], within(1e-9));
            assertThat(row[2]).isCloseTo(5, within(1e-12));
        }
        assertThat(new MomentSums(2).weight()).isZero();
        assertThat(Arrays.stream(new MomentSums(2).rows()).flatMapToDouble(Arrays::stream))
                .containsOnly(0.0);
    }

    private static LambdaPath path(double[][] rows, double[] w) {
        double[][] x =
                Arrays.stream(rows).map(row -> Arrays.copyOf(row, COLUMNS)).toArray(double[][]::new);
        double[] y = Arrays.stream(rows).mapToDouble(row -> row[COLUMNS]).toArray();
        PathProblem problem = PathProblem.of(
                DenseDesign.ofRows(x),
                Features.numbered(COLUMNS),
                Losses.squared().on(Target.of(y), w),
                Penalty.lasso());
        return Paths.walk(problem, Lambdas.grid(30, 1e-3), Stopping.atGap(1e-12), Observer.SILENT);
    }

    private static double[] equal(int n) {
        double[] w = new double[n];
        Arrays.fill(w, 1);
        return w;
    }

    private static double mean(double[][] rows, double[] w, int a) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += w[i] * rows[i][a];
        }
        return sum / Arrays.stream(w).sum();
    }

    private static double covariance(double[][] rows, double[] w, int a, int b) {
        double meanA = mean(rows, w, a);
        double meanB = mean(rows, w, b);
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += w[i] * (rows[i][a] - meanA) * (rows[i][b] - meanB);
        }
        return sum / Arrays.stream(w).sum();
    }
}

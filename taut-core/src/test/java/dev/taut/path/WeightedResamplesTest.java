package dev.taut.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.design.Features;
import dev.taut.design.SparseDesign;
import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import dev.taut.path.Resamples.Judged;
import dev.taut.path.Resamples.Sample;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Paths on a shared matrix, with zeros for weights outside a sample, are those of fits to copies of its rows. */
class WeightedResamplesTest {
    private static final int FOLDS = 4;
    private static final Stopping EXACT = Stopping.atGap(1e-12);
    private static final Lambdas LAMBDAS = Lambdas.grid(8, 1e-2);

    private final Random random = new Random(11);

    private double[][] columns(int rows, int count) {
        double[][] made = new double[count][rows];
        for (int j = 0; j < count; j++) {
            for (int i = 0; i < rows; i++) {
                made[j][i] = (j + 1) * (random.nextGaussian() + (j > 0 ? made[0][i] : 0)) + 10 * j;
            }
        }
        return made;
    }

    private Target target(SmoothLoss loss, double[][] x) {
        int rows = x[0].length;
        double[] eta = IntStream.range(0, rows)
                .mapToDouble(i -> x[0][i] - x[1][i] / 4 + random.nextGaussian())
                .toArray();
        return switch (loss.name()) {
            case "logistic" ->
                Target.classes(
                        2, Arrays.stream(eta).mapToInt(e -> e > 0 ? 1 : 0).toArray());
            case "multinomial" ->
                Target.classes(
                        3,
                        Arrays.stream(eta)
                                .mapToInt(e -> e > 1 ? 2 : e > -1 ? 1 : 0)
                                .toArray());
            case "poisson" ->
                Target.of(Arrays.stream(eta)
                        .map(e -> Math.floor(Math.exp(e / 2) + 0.5))
                        .toArray());
            default -> Target.of(eta);
        };
    }

    private static Sample fold(int number, int rows) {
        double[] counts = IntStream.range(0, rows)
                .mapToDouble(i -> i % FOLDS == number ? 0 : 1)
                .toArray();
        return new Sample(counts, Arrays.stream(counts).map(c -> 1 - c).toArray());
    }

    private void equalsFitsApart(SmoothLoss loss, int rows, int count, Penalty penalty) {
        double[][] x = columns(rows, count);
        Target target = target(loss, x);
        double[] weights = random.doubles(rows).map(w -> 0.2 + w).toArray();
        int outputs = loss.on(target, weights).outputs();
        double[] offset = random.doubles((long) rows * outputs).toArray();
        Design design = DenseDesign.ofColumns(rows, x);
        RowLoss rowLoss = RowLoss.of(loss, target).orElseThrow();
        PathProblem problem = new PathProblem(
                design, Features.numbered(count), loss.on(target, weights), penalty, offset, true, true);
        WeightedResamples resamples =
                new WeightedResamples(problem, rowLoss, FOLDS, f -> fold(f, rows), "as a test asks");
        for (int f = 0; f < FOLDS; f++) {
            Sample sample = fold(f, rows);
            Judged judged = resamples.walk(f, LAMBDAS, EXACT, Observer.SILENT);
            LambdaPath apart = Paths.walk(copied(problem, rowLoss, sample.counts()), LAMBDAS, EXACT, Observer.SILENT);
            equal(judged.path(), apart);
            PathProblem held = copied(problem, rowLoss, sample.judges());
            for (int k = 0; k < judged.losses().length; k++) {
                double expected = loss(held, apart, apart.knots().get(k));
                assertThat(judged.losses()[k]).isCloseTo(expected, within(1e-4 * (1 + expected)));
            }
        }
    }

    /** The problem on copies of the rows that count. */
    private static PathProblem copied(PathProblem problem, RowLoss loss, double[] counts) {
        int[] rows =
                IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
        int n = counts.length;
        double[][] cut = new double[problem.design().columns()][rows.length];
        double[] whole = new double[n];
        for (int j = 0; j < cut.length; j++) {
            problem.design().read(j, 0, n, whole, 0);
            cut[j] = pick(whole, 0, rows);
        }
        int outputs = problem.datafit().outputs();
        double[] offset = new double[rows.length * outputs];
        for (int k = 0; k < outputs; k++) {
            System.arraycopy(pick(problem.offset(), k * n, rows), 0, offset, k * rows.length, rows.length);
        }
        return new PathProblem(
                DenseDesign.ofColumns(rows.length, cut),
                problem.features(),
                loss.on(rows, pick(problem.datafit().weights(), 0, rows)),
                problem.penalty(),
                offset,
                true,
                true);
    }

    private static double[] pick(double[] values, int from, int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> values[from + i]).toArray();
    }

    private static double loss(PathProblem held, LambdaPath path, Knot knot) {
        int[] all = IntStream.range(0, held.design().rows()).toArray();
        var raw = path.raw(knot);
        double[] eta = held.offset().clone();
        for (int i = 0; i < eta.length; i++) {
            eta[i] += raw.intercept(i / all.length);
        }
        for (int k = 0; k < raw.active(); k++) {
            int c = raw.coordinate(k);
            held.design().axpy(c % raw.columns(), raw.value(k), eta, c / raw.columns() * all.length);
        }
        Datafit datafit = held.datafit();
        return datafit.value(eta) - datafit.saturated();
    }

    private static void equal(LambdaPath path, LambdaPath expected) {
        assertThat(path.knots()).hasSameSizeAs(expected.knots());
        for (int k = 0; k < path.knots().size(); k++) {
            Knot knot = path.knots().get(k);
            Knot other = expected.knots().get(k);
            assertThat(knot.lambda()).isCloseTo(other.lambda(), within(1e-9 * other.lambda()));
            assertThat(knot.certificate().converged()).isTrue();
            assertThat(other.certificate().converged()).isTrue();
            double scale = other.certificate().scale();
            assertThat(knot.certificate().scale()).isCloseTo(scale, within(1e-12 * scale));
            assertThat(knot.certificate().objective())
                    .isCloseTo(other.certificate().objective(), within(2e-12 * scale));
            double[] values = knot.coefficients().dense();
            double[] others = other.coefficients().dense();
            // With an intercept and coefficients for every class, more than one set of them is optimal.
            for (int c = 0; c < values.length && knot.coefficients().outputs() == 1; c++) {
                assertThat(values[c]).isCloseTo(others[c], within(2e-4));
            }
        }
    }

    @Test
    void manyRows() {
        for (SmoothLoss loss : losses()) {
            equalsFitsApart(loss, 80, 5, Penalty.lasso());
            equalsFitsApart(loss, 80, 5, Penalty.elasticNet(0.5).free("x1"));
        }
    }

    @Test
    void manyColumns() {
        for (SmoothLoss loss : losses()) {
            equalsFitsApart(loss, 40, 60, Penalty.lasso());
            equalsFitsApart(loss, 40, 60, Penalty.ridge());
        }
    }

    private static List<SmoothLoss> losses() {
        return List.of(Losses.squared(), Losses.logistic(), Losses.poisson(), Losses.multinomial());
    }

    @Test
    void sparseColumns() {
        int rows = 60;
        double[][] x = columns(rows, 6);
        for (double[] column : x) {
            for (int i = 0; i < rows; i++) {
                column[i] = random.nextInt(4) == 0 ? column[i] : 0;
            }
        }
        Target target = target(Losses.logistic(), x);
        RowLoss loss = RowLoss.of(Losses.logistic(), target).orElseThrow();
        Judged[] judged = new Judged[2];
        Design[] designs = {DenseDesign.ofColumns(rows, x), SparseDesign.ofColumns(rows, x)};
        for (int d = 0; d < 2; d++) {
            PathProblem problem = PathProblem.of(
                    designs[d], Features.numbered(6), Losses.logistic().on(target), Penalty.lasso());
            judged[d] = new WeightedResamples(problem, loss, FOLDS, f -> fold(f, rows), "as a test asks")
                    .walk(1, LAMBDAS, EXACT, Observer.SILENT);
        }
        equal(judged[1].path(), judged[0].path());
        for (int k = 0; k < judged[0].losses().length; k++) {
            assertThat(judged[1].losses()[k]).isCloseTo(judged[0].losses()[k], within(1e-6));
        }
    }
}

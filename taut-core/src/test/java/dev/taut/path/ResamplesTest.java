package dev.taut.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.design.Features;
import dev.taut.design.SparseDesign;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.path.Resamples.Judged;
import dev.taut.path.Resamples.Sample;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Paths from shared Gram matrices are those of fits to the rows of each sample, made apart. */
class ResamplesTest {
    private static final int ROWS = 150;
    private static final int FOLDS = 5;
    private static final Stopping EXACT = Stopping.atGap(1e-13);
    private static final Lambdas LAMBDAS = Lambdas.grid(12, 1e-3);

    private final Random random = new Random(5);
    private final double[][] columns = columns();
    private final double[] y = response(columns);
    private final double[] weights =
            random.doubles(ROWS).map(w -> w < 0.1 ? 0 : 0.2 + w).toArray();
    private final double[] offset = random.doubles(ROWS).map(o -> 3 * o).toArray();

    /** Correlated columns of very different means and scales, the last one a rare 0/1 column. */
    private double[][] columns() {
        double[][] made = new double[7][ROWS];
        for (int i = 0; i < ROWS; i++) {
            double shared = random.nextGaussian();
            for (int j = 0; j < 6; j++) {
                made[j][i] = Math.pow(10, 2 * j - 5) * (random.nextGaussian() + shared + j);
            }
            made[6][i] = random.nextInt(12) == 0 ? 1 : 0;
        }
        return made;
    }

    private double[] response(double[][] x) {
        return IntStream.range(0, ROWS)
                .mapToDouble(
                        i -> 40 + x[0][i] * 1e5 - 2 * x[3][i] * 1e-1 + x[4][i] * 1e-3 + x[6][i] + random.nextGaussian())
                .toArray();
    }

    /** All rows, then all but one fold each, judged by that fold; the fold of row i is i mod 5. */
    private static IntFunction<Sample> folds() {
        return s -> sample(i -> i % FOLDS + 1 == s ? 0 : 1);
    }

    /** Judged by the rows that are not counted. */
    private static Sample sample(IntToDoubleFunction counts) {
        double[] counted = IntStream.range(0, ROWS).mapToDouble(counts).toArray();
        double[] judges = Arrays.stream(counted).map(c -> c > 0 ? 0 : 1).toArray();
        return new Sample(counted, Arrays.stream(judges).sum() > 0 ? judges : new double[0]);
    }

    private PathProblem problem(Design design, double[] rowWeights, double[] rowOffset) {
        return new PathProblem(
                design,
                Features.numbered(design.columns()),
                Losses.squared().on(Target.of(y), rowWeights),
                Penalty.lasso(),
                rowOffset,
                true,
                true);
    }

    private PathProblem plain() {
        return problem(DenseDesign.ofColumns(ROWS, columns), ones(), new double[0]);
    }

    private static double[] ones() {
        double[] ones = new double[ROWS];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static PathProblem with(PathProblem problem, Penalty penalty, boolean intercept, boolean standardize) {
        return new PathProblem(
                problem.design(),
                problem.features(),
                problem.datafit(),
                penalty,
                problem.offset(),
                intercept,
                standardize);
    }

    /** The problem on the rows that a sample counts, each repeated as often as it counts. */
    private PathProblem apart(PathProblem problem, double[] multiples) {
        int[] rows = IntStream.range(0, ROWS)
                .flatMap(i -> IntStream.range(0, (int) multiples[i]).map(k -> i))
                .toArray();
        double[][] cut = new double[problem.design().columns()][rows.length];
        for (int j = 0; j < cut.length; j++) {
            double[] whole = new double[ROWS];
            problem.design().axpy(j, 1, whole, 0);
            cut[j] = pick(whole, rows);
        }
        return new PathProblem(
                DenseDesign.ofColumns(rows.length, cut),
                problem.features(),
                Losses.squared()
                        .on(Target.of(pick(y, rows)), pick(problem.datafit().weights(), rows)),
                problem.penalty(),
                problem.offset().length == 0 ? new double[0] : pick(problem.offset(), rows),
                problem.intercept(),
                problem.standardize());
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }

    private void equalsFitsApart(PathProblem problem, int samples, IntFunction<Sample> sample, int passes) {
        Resamples resamples = Resamples.of(problem, samples, sample).orElseThrow();
        assertThat(resamples.size()).isEqualTo(samples);
        assertThat(((GramResamples) resamples).passes()).isEqualTo(passes);
        for (int s = 0; s < samples; s++) {
            Judged judged = resamples.walk(s, LAMBDAS, EXACT, Observer.SILENT);
            LambdaPath apart = Paths.walk(apart(problem, sample.apply(s).counts()), LAMBDAS, EXACT, Observer.SILENT);
            equal(judged.path(), apart);
            judgedAs(problem, apart, sample.apply(s).judges(), judged);
        }
    }

    private void judgedAs(PathProblem problem, LambdaPath apart, double[] judges, Judged judged) {
        if (judges.length == 0) {
            assertThat(judged.losses()).isEmpty();
            assertThat(judged.nullLoss()).isNaN();
            return;
        }
        PathProblem held = apart(problem, judges);
        near(judged.nullLoss(), loss(held, apart.raw(apart.nullModel())));
        for (int k = 0; k < apart.knots().size(); k++) {
            near(judged.losses()[k], loss(held, apart.raw(apart.knots().get(k))));
        }
    }

    private static double loss(PathProblem problem, Coefficients raw) {
        double[] eta = problem.offset().length > 0
                ? problem.offset().clone()
                : new double[problem.design().rows()];
        for (int i = 0; i < eta.length; i++) {
            eta[i] += raw.intercept(0);
        }
        for (int k = 0; k < raw.active(); k++) {
            problem.design().axpy(raw.coordinate(k), raw.value(k), eta, 0);
        }
        return problem.datafit().value(eta);
    }

    private static void equal(LambdaPath path, LambdaPath expected) {
        near(path.lambdaMax(), expected.lambdaMax());
        near(path.nullModel().intercept(0), expected.nullModel().intercept(0));
        assertThat(path.knots()).hasSameSizeAs(expected.knots());
        assertThat(path.standardization().scales().length)
                .isEqualTo(expected.standardization().scales().length);
        for (int j = 0; j < path.standardization().scales().length; j++) {
            near(path.standardization().scales()[j], expected.standardization().scales()[j]);
        }
        for (int k = 0; k < path.knots().size(); k++) {
            Knot knot = path.knots().get(k);
            Knot other = expected.knots().get(k);
            near(knot.lambda(), other.lambda());
            double[] raw = path.raw(knot).dense();
            double[] beta = knot.coefficients().dense();
            double[] expectedBeta = other.coefficients().dense();
            double size = Arrays.stream(expectedBeta).map(Math::abs).max().orElse(0);
            for (int j = 0; j < raw.length; j++) {
                assertThat(beta[j]).isCloseTo(expectedBeta[j], within(1e-9 * size));
            }
            near(path.raw(knot).intercept(0), expected.raw(other).intercept(0));
            assertThat(knot.devianceExplained()).isCloseTo(other.devianceExplained(), within(1e-10));
            assertThat(knot.certificate().objective())
                    .isCloseTo(
                            other.certificate().objective(),
                            within(1e-11 * other.certificate().scale()));
            assertThat(knot.certificate().converged()).isTrue();
            assertThat(knot.certificate().relativeGap()).isLessThanOrEqualTo(1e-13);
        }
    }

    private static void near(double value, double expected) {
        if (Double.isInfinite(expected)) {
            assertThat(value).isEqualTo(expected);
        } else {
            assertThat(value).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        }
    }

    @Test
    void foldsShareOnePass() {
        equalsFitsApart(plain(), FOLDS + 1, folds(), 1);
    }

    @Test
    void casesWeightsAndOffsets() {
        equalsFitsApart(problem(plain().design(), weights, offset), FOLDS + 1, folds(), 1);
    }

    @Test
    void everyInterceptAndScaling() {
        for (boolean intercept : new boolean[] {false, true}) {
            for (boolean standardize : new boolean[] {false, true}) {
                PathProblem similar = problem(
                        DenseDesign.ofColumns(ROWS, columns[2], columns[3], columns[6]), weights, new double[0]);
                equalsFitsApart(with(similar, Penalty.lasso(), intercept, standardize), FOLDS + 1, folds(), 1);
            }
        }
    }

    @Test
    void penaltiesOfEveryShape() {
        Penalty adjusted = Penalty.elasticNet(0.5)
                .factor("x2", 3)
                .free("x1")
                .within("x4", -0.001, 0.1)
                .within("x5", 0, 1e-4);
        for (Penalty penalty : List.of(Penalty.ridge(), Penalty.none(), Penalty.elasticNet(0.3), adjusted)) {
            equalsFitsApart(with(plain(), penalty, true, true), FOLDS + 1, folds(), 1);
        }
    }

    @Test
    void sparseDesigns() {
        Design sparse = SparseDesign.ofColumns(ROWS, columns[6], columns[1], rare(3), rare(5));
        equalsFitsApart(problem(sparse, weights, new double[0]), FOLDS + 1, folds(), 1);
        equalsFitsApart(
                with(problem(sparse, ones(), new double[0]), Penalty.lasso(), false, true), FOLDS + 1, folds(), 1);
    }

    /** Zero but for some rows of one fold. */
    private double[] rare(int every) {
        return IntStream.range(0, ROWS)
                .mapToDouble(i -> i % (FOLDS * every) == 1 ? 1 : 0)
                .toArray();
    }

    @Test
    void columnsConstantInSomeFoldOrEverywhere() {
        double[] outside = IntStream.range(0, ROWS)
                .mapToDouble(i -> i % FOLDS == 2 ? 1e7 + i : 1e7)
                .toArray();
        double[] constant = new double[ROWS];
        Arrays.fill(constant, 3.7);
        Design design = DenseDesign.ofColumns(ROWS, columns[0], outside, columns[4], constant, rare(2));
        equalsFitsApart(problem(design, ones(), new double[0]), FOLDS + 1, folds(), 1);
        equalsFitsApart(problem(design, weights, offset), FOLDS + 1, folds(), 1);
    }

    /** An outlier so far away that moments about the common mean say nothing of the other rows. */
    @Test
    void outliersOfAFold() {
        double[] far = columns[3].clone();
        far[7] = 1e9;
        Design design = DenseDesign.ofColumns(ROWS, columns[0], far, columns[4]);
        equalsFitsApart(problem(design, ones(), new double[0]), FOLDS + 1, folds(), 1);
    }

    /** Residuals of which sums of squares keep next to no digits are judged row by row. */
    @Test
    void aPerfectModel() {
        for (int i = 0; i < ROWS; i++) {
            y[i] = 1e4 + 1e3 * columns[2][i] + columns[3][i] + 1e-6 * random.nextGaussian();
        }
        Design design = DenseDesign.ofColumns(ROWS, columns[2], columns[3]);
        PathProblem problem = with(problem(design, ones(), new double[0]), Penalty.none(), true, true);
        Resamples resamples = Resamples.of(problem, FOLDS + 1, folds()).orElseThrow();
        for (int s = 1; s <= FOLDS; s++) {
            Judged judged = resamples.walk(s, Lambdas.of(0), EXACT, Observer.SILENT);
            assertThat(judged.losses()[0]).isLessThan(1e-11);
            double[] judges = folds().apply(s).judges();
            double apart = loss(
                    apart(problem, judges),
                    judged.path().raw(judged.path().knots().get(0)));
            assertThat(judged.losses()[0]).isCloseTo(apart, within(1e-3 * apart));
        }
    }

    @Test
    void repeatedPartitionsTakeAPassEach() {
        IntFunction<Sample> repeated =
                s -> s <= FOLDS ? folds().apply(s) : sample(i -> i / 7 % FOLDS == s - FOLDS - 1 ? 0 : 1);
        equalsFitsApart(many(), 2 * FOLDS + 1, repeated, 2);
    }

    /** More columns, so that fewer blocks are worth keeping. */
    private PathProblem many() {
        double[][] noise = new double[12][];
        Arrays.setAll(noise, j -> random.doubles(ROWS).toArray());
        noise[0] = columns[0];
        return problem(DenseDesign.ofColumns(ROWS, noise), ones(), new double[0]);
    }

    @Test
    void bootstrapSamplesCountRowsSeveralTimes() {
        IntFunction<Sample> bootstrap = s -> {
            double[] counts = new double[ROWS];
            new Random(s).ints(ROWS, 0, ROWS).forEach(i -> counts[i]++);
            return sample(i -> counts[i]);
        };
        // Two bootstrap samples split the rows into no more blocks than are worth keeping, three do.
        equalsFitsApart(many(), 4, bootstrap, 2);
    }

    @Test
    void aSampleThatSharesNothingHasAPassOfItsOwn() {
        double[] counts = random.doubles(ROWS).toArray();
        IntFunction<Sample> weighted = s -> s == 1
                ? new Sample(counts, new double[0])
                : new Sample(folds().apply(s).counts(), new double[0]);
        Resamples resamples = Resamples.of(plain(), 3, weighted).orElseThrow();
        assertThat(((GramResamples) resamples).passes()).isEqualTo(3);
        LambdaPath path = resamples.walk(1, LAMBDAS, EXACT, Observer.SILENT).path();
        PathProblem reweighted = problem(plain().design(), counts, new double[0]);
        equal(path, Paths.walk(reweighted, LAMBDAS, EXACT, Observer.SILENT));
    }

    /** As in folds of time-ordered rows, judged by the rows that come next. */
    @Test
    void growingWindowsOfATrend() {
        double[] trend = IntStream.range(0, ROWS).mapToDouble(i -> 1000 + i).toArray();
        Design design = DenseDesign.ofColumns(ROWS, trend, columns[0], columns[4]);
        IntFunction<Sample> windows = s -> new Sample(
                sample(i -> i < 25 * (s + 1) ? 1 : 0).counts(),
                sample(i -> i / 25 == s + 1 ? 1 : 0).counts());
        equalsFitsApart(problem(design, weights, new double[0]), 5, windows, 1);
    }

    @Test
    void aPathDoesNotDependOnTheOrderOfWalksOrOnThreads() {
        Resamples once = Resamples.of(plain(), FOLDS + 1, folds()).orElseThrow();
        Resamples again = Resamples.of(plain(), FOLDS + 1, folds()).orElseThrow();
        List<Judged> inOrder = IntStream.rangeClosed(0, FOLDS)
                .mapToObj(s -> once.walk(s, LAMBDAS, EXACT, Observer.SILENT))
                .toList();
        List<Judged> inParallel = IntStream.rangeClosed(0, FOLDS)
                .parallel()
                .mapToObj(s -> again.walk(FOLDS - s, LAMBDAS, EXACT, Observer.SILENT))
                .toList();
        for (int s = 0; s <= FOLDS; s++) {
            List<Knot> knots = inOrder.get(s).path().knots();
            assertThat(inParallel.get(FOLDS - s).path().knots()).isEqualTo(knots);
            assertThat(inParallel.get(FOLDS - s).losses())
                    .containsExactly(inOrder.get(s).losses());
            assertThat(once.walk(s, LAMBDAS, EXACT, Observer.SILENT).path().knots())
                    .isEqualTo(knots);
        }
    }

    @Test
    void penaltiesShareTheGramMatrices() {
        Resamples first = Resamples.of(plain(), FOLDS + 1, folds()).orElseThrow();
        first.expect(2);
        for (Penalty penalty : List.of(Penalty.lasso(), Penalty.elasticNet(0.3), Penalty.ridge())) {
            PathProblem problem = with(plain(), penalty, true, true);
            Resamples alone = Resamples.of(problem, FOLDS + 1, folds()).orElseThrow();
            Resamples shared = first.under(problem).orElseThrow();
            for (int s = 0; s <= FOLDS; s++) {
                Judged expected = alone.walk(s, LAMBDAS, EXACT, Observer.SILENT);
                Judged judged = shared.walk(s, LAMBDAS, EXACT, Observer.SILENT);
                assertThat(judged.path().knots()).isEqualTo(expected.path().knots());
                assertThat(judged.losses()).containsExactly(expected.losses());
            }
        }
    }

    @Test
    void lambdasAreThoseOfTheWalk() {
        Resamples resamples = Resamples.of(plain(), FOLDS + 1, folds()).orElseThrow();
        assertThat(resamples.lambdas(2, LAMBDAS))
                .containsExactly(resamples.walk(2, LAMBDAS, EXACT, Observer.SILENT).path().knots().stream()
                        .mapToDouble(Knot::lambda)
                        .toArray());
    }

    @Test
    void notForOtherLossesNorForWideSamples() {
        PathProblem squared = plain();
        Target target =
                Target.classes(2, IntStream.range(0, ROWS).map(i -> i % 2).toArray());
        PathProblem logistic = new PathProblem(
                squared.design(),
                squared.features(),
                Losses.logistic().on(target, ones()),
                Penalty.lasso(),
                new double[0],
                true,
                true);
        RowLoss loss = RowLoss.of(Losses.logistic(), target).orElseThrow();
        assertThat(Resamples.of(logistic, loss, FOLDS + 1, folds()).filter(GramResamples.class::isInstance))
                .isEmpty();
        assertThat(Resamples.of(squared, 2, s -> sample(i -> i < 10 ? 1 : 0)).filter(GramResamples.class::isInstance))
                .isEmpty();
    }
}

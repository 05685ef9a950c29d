package dev.taut.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.Linear;
import dev.taut.LinearProblem;
import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.fold.FoldPlan;
import dev.taut.fold.Folds;
import dev.taut.fold.Split;
import dev.taut.loss.Losses;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.penalty.Penalty;
import dev.taut.recipe.Impute;
import dev.taut.recipe.Recipe;
import dev.taut.recipe.Targets;
import dev.taut.solver.Observer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Folds that share a pass are those of fits made one by one, recipe included. */
class SharedFoldsTest {
    private static final int ROWS = 140;
    private static final Linear SPEC =
            Linear.regression().penalty(Penalty.elasticNet(0.8)).lambdas(Lambdas.grid(15, 1e-3));

    private final Random random = new Random(3);

    /** Numbers and a category that every fold has, and more columns. */
    private Dataset data(Column... more) {
        double[] a = random.doubles(ROWS).toArray();
        double[] b = random.doubles(ROWS).map(v -> 1e6 * v).toArray();
        List<String> group = new ArrayList<>();
        double[] y = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            group.add("level " + i % 3);
            y[i] = 3 * a[i] - 1e-6 * b[i] + (i % 3 == 1 ? 0.5 : 0) + 0.3 * random.nextGaussian();
        }
        List<Column> columns = new ArrayList<>(List.of(
                NumericColumn.of("a", a),
                NumericColumn.of("b", b),
                TextColumn.of("group", group),
                NumericColumn.of("y", y)));
        columns.addAll(List.of(more));
        return Dataset.of(Table.of(columns.toArray(Column[]::new)), "y");
    }

    private static NumericColumn of(String name, java.util.function.IntToDoubleFunction cell) {
        double[] values = new double[ROWS];
        Arrays.setAll(values, cell);
        return NumericColumn.of(name, values);
    }

    private static List<Split> splits(Dataset data, Folds folds) {
        FoldPlan plan = folds.plan(data);
        return plan.splits().stream().flatMap(List::stream).toList();
    }

    /** How many of the folds are shared; all of them are compared with fits made one by one. */
    private static int compared(Linear spec, Dataset data, Folds folds) {
        Targets targets = Targets.of(data);
        TuningMetric metric = TuningMetric.of(targets.task());
        LinearProblem problem = spec.on(data, targets);
        List<Split> splits = splits(data, folds);
        SharedFolds shared = SharedFolds.of(problem, metric, splits).orElseThrow();
        double[] lambdas = shared.lambdas(spec.settings().lambdas());
        LambdaPath all =
                problem.path(spec.settings().lambdas(), Observer.SILENT).path();
        LambdaPath sharedPath = shared.path(lambdas, Observer.SILENT);
        assertThat(lambdas).hasSameSizeAs(all.knots());
        for (int k = 0; k < lambdas.length; k++) {
            assertThat(lambdas[k]).isCloseTo(all.knots().get(k).lambda(), within(1e-12 * lambdas[0]));
            assertThat(sharedPath.knots().get(k).devianceExplained())
                    .isCloseTo(all.knots().get(k).devianceExplained(), within(1e-8));
        }
        int count = 0;
        for (int f = 0; f < splits.size(); f++) {
            if (shared.contains(f)) {
                count++;
                equal(
                        shared.fold(f, lambdas).orElseThrow(),
                        FoldFit.of(spec, data, targets, splits.get(f), lambdas, metric));
            }
        }
        return count;
    }

    private static void equal(FoldFit fold, FoldFit apart) {
        assertThat(fold.weight()).isEqualTo(apart.weight());
        assertThat(fold.nullTest()).isCloseTo(apart.nullTest(), within(1e-10 * apart.nullTest()));
        for (int k = 0; k < apart.test().length; k++) {
            assertThat(fold.test()[k]).isCloseTo(apart.test()[k], within(1e-6 * apart.test()[k]));
            assertThat(fold.train()[k]).isCloseTo(apart.train()[k], within(1e-6 * apart.train()[k]));
        }
        assertThat(fold.active()).isEqualTo(apart.active());
        assertThat(fold.kept()).isEqualTo(apart.kept());
    }

    @Test
    void numbersAndCategories() {
        assertThat(compared(SPEC, data(), Folds.of(7))).isEqualTo(7);
    }

    @Test
    void repeatsGroupsAndTimes() {
        NumericColumn key = of("key", i -> i / 4);
        assertThat(compared(SPEC, data(), Folds.of(5).repeats(3))).isEqualTo(15);
        assertThat(compared(SPEC, data(key).exclude("key"), Folds.of(5).grouped("key")))
                .isEqualTo(5);
        assertThat(compared(SPEC, data(key).exclude("key"), Folds.of(5).timeOrdered("key")))
                .isEqualTo(5);
    }

    @Test
    void weightsOffsetsAndBounds() {
        Dataset data =
                data(of("w", i -> i % 5), of("o", i -> i % 7)).weights("w").offset("o");
        Linear bounded =
                SPEC.penalty(Penalty.lasso().free("a").within("b", 0, 1e-6)).standardize(false);
        assertThat(compared(bounded, data, Folds.of(7))).isEqualTo(7);
    }

    /** A level with three rows is kept where all three train and pooled where they do not. */
    @Test
    void foldsWithARecipeOfTheirOwnAreFittedApart() {
        List<String> levels = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            levels.add(i == 5 || i == 50 || i == 95 ? "rare" : i == 6 ? "once" : "often");
        }
        Dataset data = data(TextColumn.of("rare", levels));
        int shared = compared(SPEC, data, Folds.of(10));
        assertThat(shared).isBetween(6, 9);
        FitPlan plan = FitPlan.standard().linear(SPEC).folds(Folds.of(10));
        Tuned tuned = Tuned.of(SPEC, data, Targets.of(data), plan, Progress.SILENT);
        assertThat(tuned.validation().all()).hasSize(10);
        assertThat(tuned.validation().mean(0)).isFinite();
    }

    @Test
    void numbersFilledInAreSharedOnlyWhereTheFillIsTheSame() {
        Dataset gaps = data(of("gaps", i -> i % 9 == 0 ? Double.NaN : random.nextDouble()));
        Linear means = SPEC.recipe(Recipe.standard().impute(Impute.MEAN));
        assertThat(shared(means, gaps)).isEmpty();
        Dataset integers = data(of("gaps", i -> i % 9 == 0 ? Double.NaN : i % 4 == 0 ? random.nextDouble() : 2));
        assertThat(compared(SPEC, integers, Folds.of(10))).isEqualTo(10);
    }

    @Test
    void smallFoldsOfOtherLossesOrManyColumnsAreCopied() {
        NumericColumn[] many = new NumericColumn[100];
        Arrays.setAll(many, j -> of("x" + j, i -> random.nextDouble()));
        assertThat(shared(SPEC, data(many))).isEmpty();
        Dataset counts = data(of("n", i -> i % 4));
        Dataset poisson = Dataset.of(counts.table(), "n");
        assertThat(shared(Linear.poisson(), Linear.poisson().typed(poisson))).isEmpty();
    }

    /** Twice the rows of a fold are more memory here than they are worth. */
    @Test
    void foldsOfALargeMatrixShareIt() {
        Linear few = Linear.logistic().lambdas(Lambdas.grid(5, 0.3));
        assertThat(compared(few, few.typed(large()), Folds.of(5))).isEqualTo(5);
    }

    /** What is tuned is the root of the mean squared error, whatever the loss; the loss of held-out rows says nothing of it. */
    @Test
    void notWhereTheMetricIsNotTheLoss() {
        Linear huber = Linear.of(Losses.huber(1));
        assertThat(shared(huber, huber.typed(large()))).isEmpty();
    }

    private static Dataset large() {
        int rows = 600;
        Random draws = new Random(8);
        Column[] columns = new Column[3001];
        double[] y = new double[rows];
        for (int j = 0; j < 3000; j++) {
            double[] x = draws.doubles(rows).toArray();
            for (int i = 0; i < rows; i++) {
                y[i] += j < 5 ? x[i] : 0;
            }
            columns[j] = NumericColumn.of("x" + j, x);
        }
        columns[3000] =
                NumericColumn.of("y", Arrays.stream(y).map(v -> v > 2.5 ? 1 : 0).toArray());
        return Dataset.of(Table.of(columns), "y");
    }

    private static Optional<SharedFolds> shared(Linear spec, Dataset data) {
        Targets targets = Targets.of(data);
        return SharedFolds.of(spec.on(data, targets), TuningMetric.of(targets.task()), splits(data, Folds.of(10)));
    }

    @Test
    void threadsChangeNothing() {
        Dataset data = data();
        FitPlan plan = FitPlan.standard().linear(SPEC);
        Tuned one = Tuned.of(SPEC, data, Targets.of(data), plan.threads(1), Progress.SILENT);
        Tuned three = Tuned.of(SPEC, data, Targets.of(data), plan.threads(3), Progress.SILENT);
        assertThat(three.path().path().knots()).isEqualTo(one.path().path().knots());
        for (int f = 0; f < 10; f++) {
            FoldFit fold = three.validation().all().get(f);
            assertThat(fold.test())
                    .containsExactly(one.validation().all().get(f).test());
        }
        assertThat(one.validation().how())
                .startsWith("10 of 10 folds together with the path on all rows: one pass for the Gram matrices");
    }
}

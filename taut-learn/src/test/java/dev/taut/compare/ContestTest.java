package dev.taut.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.Linear;
import dev.taut.check.CheckOptions;
import dev.taut.check.CheckedData;
import dev.taut.check.Checks;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.SharedData;
import dev.taut.data.Table;
import dev.taut.finding.Code;
import dev.taut.fold.Folds;
import dev.taut.path.Lambdas;
import dev.taut.penalty.Penalty;
import dev.taut.run.Comparison;
import dev.taut.run.Comparison.Row;
import dev.taut.run.Run;
import dev.taut.run.Tuning;
import dev.taut.study.Study;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Progress;
import dev.taut.tuning.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContestTest {
    private static final Linear SPEC = Linear.model().lambdas(Lambdas.grid(30, 0));
    private static final FitPlan PLAN =
            FitPlan.standard().linear(SPEC).holdout(0).folds(Folds.of(5).repeats(2));

    private static Run run(Dataset data, ComparisonPlan plan) {
        return Study.compare(checked(data), plan, Progress.SILENT).run();
    }

    private static CheckedData checked(Dataset data) {
        return Checks.of(data, CheckOptions.standard());
    }

    private static Comparison compare(Dataset data, Purpose purpose, Entry... entries) {
        return run(data, ComparisonPlan.of(PLAN, List.of(entries)).purpose(purpose))
                .comparison()
                .orElseThrow();
    }

    private static Entry entry(String name) {
        return Entry.of(name, SPEC.penalty(dev.taut.penalty.Penalties.named(name)));
    }

    private static Row row(Comparison comparison, String label) {
        return comparison.rows().stream()
                .filter(r -> r.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    /** y = Σ β x + noise; columns from {@code twins} on repeat the first ones with a little noise. */
    private static Dataset numbers(int rows, int columns, int twins, double noise, double... beta) {
        Random random = new Random(7);
        NumericColumn[] table = new NumericColumn[columns + 1];
        double[] y = new double[rows];
        double[][] x = new double[columns][rows];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                x[j][i] = j < twins ? random.nextGaussian() : x[j - twins][i] + 0.3 * random.nextGaussian();
                y[i] += j < beta.length ? beta[j] * x[j][i] : 0;
            }
            table[j] = NumericColumn.of("x" + j, x[j]);
        }
        for (int i = 0; i < rows; i++) {
            y[i] += noise * random.nextGaussian();
        }
        table[columns] = NumericColumn.of("y", y);
        return Dataset.of(Table.of(table), "y");
    }

    @Test
    void everyFoldIsJudgedAtWhatTheOthersChoose() {
        Dataset data = numbers(60, 30, 30, 3, 1);
        Run run = run(data, ComparisonPlan.of(PLAN, List.of(entry("lasso"))));
        Tuning tuning = run.tuning().orElseThrow();
        double own = tuning.points().get(tuning.minimum()).mean();
        double honest = row(run.comparison().orElseThrow(), "lasso").mean().orElseThrow();
        assertThat(honest).as("the smallest value of a curve is too good").isGreaterThan(own);
        assertThat(honest).isCloseTo(byHand(tuning), within(own * 0.1));
    }

    /** From the fold curves of the first repeat, which a run shows. */
    private static double byHand(Tuning tuning) {
        int folds = tuning.folds();
        double sum = 0;
        for (int f = 0; f < folds; f++) {
            int left = f;
            int chosen = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < tuning.points().size(); k++) {
                List<Double> losses = tuning.points().get(k).folds();
                double mean = 0;
                for (int g = 0; g < folds; g++) {
                    mean += g == left ? 0 : losses.get(g) * losses.get(g);
                }
                if (mean < least) {
                    least = mean;
                    chosen = k;
                }
            }
            double own = tuning.points().get(chosen).folds().get(f);
            sum += own * own;
        }
        return Math.sqrt(sum / folds);
    }

    @Test
    void thePurposeDecidesTheRuleUnlessOneIsGiven() {
        Dataset data = numbers(120, 8, 8, 2, 1, 1);
        Comparison select = compare(data, Purpose.SELECT, entry("ridge"), entry("lasso"));
        Comparison predict = compare(data, Purpose.PREDICT, entry("ridge"), entry("lasso"));
        assertThat(select.rule()).isEqualTo("1se");
        assertThat(predict.rule()).isEqualTo("min");
        assertThat(select.baseline()).as("ridge selects nothing").isEqualTo("lasso");
        assertThat(row(select, "lasso").lambda().orElseThrow())
                .isGreaterThanOrEqualTo(row(predict, "lasso").lambda().orElseThrow());
        ComparisonPlan given = ComparisonPlan.of(PLAN, List.of(entry("lasso")))
                .purpose(Purpose.PREDICT)
                .rule(Rule.ONE_STANDARD_ERROR);
        assertThat(run(data, given).comparison().orElseThrow().rule()).isEqualTo("1se");
    }

    @Test
    void theShareOfL1IsChosenTogetherWithLambda() {
        Dataset data = numbers(80, 20, 10, 1, 1, 1, 1);
        Run run = run(data, ComparisonPlan.of(PLAN, List.of(Entry.elasticNet(SPEC), Entry.relaxed(SPEC))));
        Comparison comparison = run.comparison().orElseThrow();
        assertThat(row(comparison, "enet").chosen()).matches("enet 0\\.[159]");
        assertThat(row(comparison, "relaxed").chosen()).matches("relaxed 0\\.[05]|lasso");
    }

    @Test
    void labelsDiffer() {
        assertThatThrownBy(() -> ComparisonPlan.of(PLAN, List.of(entry("lasso"), entry("lasso"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stands twice");
    }

    @Test
    void withoutSignalNothingIsWorthChoosing() {
        Comparison comparison = compare(numbers(100, 6, 6, 1), Purpose.ANY, entry("ridge"), entry("lasso"));
        assertThat(comparison.advice())
                .singleElement()
                .asString()
                .contains("none of them predicts better than no model");
    }

    @Test
    void aSparseTruthIsWorseForRidge() {
        Comparison comparison = compare(numbers(100, 60, 60, 1, 3, -3), Purpose.ANY, entry("ridge"), entry("mcp"));
        assertThat(row(comparison, "ridge").verdict()).isEqualTo("worse");
        assertThat(comparison.baseline()).isEqualTo("mcp");
        assertThat(row(comparison, "mcp").sets().orElseThrow().stability().orElseThrow())
                .isGreaterThan(0.75);
        assertThat(comparison.advice().get(0)).contains("mcp has the smallest RMSE", "worse are ridge (+");
    }

    @Test
    void correlatedFeaturesAreNamedAndWhoSplitsThem() {
        Dataset data = numbers(100, 6, 3, 2, 1, 1, 1);
        Comparison comparison = compare(data, Purpose.EXPLAIN, entry("ridge"), entry("lasso"));
        assertThat(comparison.clusters())
                .hasSize(3)
                .allSatisfy(c -> assertThat(c.correlation()).isGreaterThan(0.9));
        assertThat(row(comparison, "ridge").sets().orElseThrow().together()).isEqualTo(3);
        assertThat(row(comparison, "lasso").sets().orElseThrow().split()).isPositive();
        assertThat(comparison.baseline()).isEqualTo("ridge");
        assertThat(comparison.advice().get(1))
                .contains("{x0, x3}", "ridge keeps them together", "lasso splits the first in");
    }

    @Test
    void moreColumnsThanRowsAreNotExplained() {
        Comparison comparison =
                compare(numbers(40, 80, 80, 1, 4, 4), Purpose.EXPLAIN, entry("none"), entry("ridge"), entry("lasso"));
        assertThat(row(comparison, "none").verdict()).isEqualTo("no unique solution: more features than rows");
        assertThat(comparison.advice().get(1)).contains("undecided", "80 columns for 40 rows");
    }

    @Test
    void everyCurveSaysWhenItsGridEnds() {
        Dataset data = numbers(200, 40, 40, 0.05, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        FitPlan narrow = PLAN.linear(SPEC.lambdas(Lambdas.grid(10, 0.5)));
        Linear spec = narrow.linear();
        Run run = run(
                data,
                ComparisonPlan.of(
                        narrow,
                        List.of(
                                Entry.of(spec.penalty(Penalty.lasso())),
                                Entry.of(spec.penalty(Penalty.elasticNet(0.5))))));
        assertThat(run.findings().stream()
                        .filter(f -> f.code() == Code.EDGE_OF_GRID)
                        .map(f -> f.message().replaceFirst("the best λ is the last one tried.*", "")))
                .hasSize(2)
                .contains("")
                .containsAnyOf("lasso: ", "enet 0.5: ");
        assertThat(run.comparison().orElseThrow().advice().get(1))
                .startsWith("not judged fairly yet: lasso, enet 0.5 did");
    }

    @Test
    void saheartIsAsGoodWithoutAPenalty() {
        Dataset data = Dataset.of(SharedData.table("saheart.csv"), "chd");
        Comparison comparison =
                compare(data, Purpose.ANY, entry("none"), entry("ridge"), Entry.elasticNet(SPEC), entry("lasso"));
        assertThat(comparison.noModel()).isCloseTo(0.645, within(0.01));
        assertThat(comparison.rows())
                .allSatisfy(row -> assertThat(row.mean().orElseThrow()).isBetween(0.51, 0.56));
        assertThat(comparison.advice().get(0)).startsWith("accuracy does not separate them");
        assertThat(comparison.advice().get(1)).contains("A penalty buys no accuracy that shows");
        assertThat(comparison.advice().get(3)).startsWith("to explain: no penalty");
    }

    @Test
    void golubCannotBeRankedByThirtyEightRows() {
        Dataset data =
                Dataset.of(SharedData.table("leukemia_golub.csv.gz"), "class").with(Role.SPLIT, "split");
        FitPlan plan = PLAN.folds(Folds.of(5));
        Comparison comparison = run(
                        data, ComparisonPlan.of(plan, List.of(entry("none"), entry("ridge"), entry("lasso"))))
                .comparison()
                .orElseThrow();
        assertThat(row(comparison, "none").verdict()).contains("more features than rows");
        assertThat(comparison.advice().get(0)).contains("the rows are too few to rank them");
        assertThat(comparison.advice().get(comparison.advice().size() - 1))
                .contains("undecided", "7 129 columns for 38 rows");
    }

    @Test
    void threadsChangeNothing() {
        Dataset data = numbers(60, 10, 5, 1, 1, 1);
        ComparisonPlan one = ComparisonPlan.of(PLAN.threads(1), List.of(entry("lasso"), entry("ridge")));
        ComparisonPlan three = ComparisonPlan.of(PLAN.threads(3), List.of(entry("lasso"), entry("ridge")));
        assertThat(run(data, one).comparison()).isEqualTo(run(data, three).comparison());
        assertThat(Arrays.stream(Purpose.values()).map(p -> Purpose.named(p.word())))
                .containsExactly(Purpose.values());
    }
}

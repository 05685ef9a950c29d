package dev.taut.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taut.Linear;
import dev.taut.LinearModel;
import dev.taut.LinearPath;
import dev.taut.LinearProblem;
import dev.taut.Predictions;
import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.SharedData;
import dev.taut.data.Table;
import dev.taut.data.Task;
import dev.taut.data.TextColumn;
import dev.taut.design.Features;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.fold.Folds;
import dev.taut.path.Knot;
import dev.taut.path.Lambdas;
import dev.taut.penalty.Penalty;
import dev.taut.recipe.Crossing;
import dev.taut.recipe.Interactions;
import dev.taut.recipe.Recipe;
import dev.taut.recipe.Targets;
import dev.taut.run.InteractionSummary;
import dev.taut.run.InteractionSummary.PairRow;
import dev.taut.run.Run;
import dev.taut.run.RunJson;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.TunedPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InteractionStudyTest {
    private static final Linear SQUARED = Linear.regression().lambdas(Lambdas.grid(40, 1e-3));

    private static Linear with(Interactions interactions) {
        return SQUARED.recipe(Recipe.standard().interactions(interactions));
    }

    /** y = a + b + together·a·b + bend·c² + noise, d without effect. */
    private static Dataset numbers(long seed, int rows, double together, double bend) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[4][rows];
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (double[] column : x) {
                column[i] = random.nextGaussian();
            }
            y[i] = x[0][i] + x[1][i] + together * x[0][i] * x[1][i] + bend * x[2][i] * x[2][i] + random.nextGaussian();
        }
        return Dataset.of(
                Table.of(
                        NumericColumn.of("a", x[0]),
                        NumericColumn.of("b", x[1]),
                        NumericColumn.of("c", x[2]),
                        NumericColumn.of("d", x[3]),
                        NumericColumn.of("y", y)),
                "y");
    }

    private static List<Code> codes(Dataset data, Linear linear) {
        return Study.fit(data, FitPlan.standard().linear(linear)).run().findings().stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    void anIgnoredInteractionIsNamedAndItsCleanTwinIsNot() {
        Run run = Study.fit(numbers(1, 200, 0.8, 0), FitPlan.standard().linear(SQUARED))
                .run();
        Finding finding = run.findings().stream()
                .filter(f -> f.code() == Code.INTERACTION_IGNORED)
                .findFirst()
                .orElseThrow();
        assertThat(finding.subject()).isEqualTo("a:b");
        assertThat(finding.message()).isEqualTo("the residuals show that `a` and `b` act together");
        assertThat(finding.remedies()).containsExactly("--interactions auto", "--interactions a:b");
        assertThat(codes(numbers(1, 200, 0, 0), SQUARED)).doesNotContain(Code.INTERACTION_IGNORED);
        assertThat(codes(numbers(1, 200, 0.8, 0), with(Interactions.auto()))).doesNotContain(Code.INTERACTION_IGNORED);
    }

    @Test
    void aMissingSquareIsNamedAsABend() {
        Run run = Study.fit(numbers(2, 200, 0, 0.6), FitPlan.standard().linear(SQUARED))
                .run();
        assertThat(run.findings())
                .extracting(Finding::message)
                .contains("the residuals bend with `c`: its square is missing");
    }

    @Test
    void screenedPairsEnterGainAndAreFoundAgainInsideTheFolds() {
        Run run = Study.fit(numbers(1, 200, 0.8, 0), FitPlan.standard().linear(with(Interactions.auto())))
                .run();
        InteractionSummary summary = run.interactions().orElseThrow();
        assertThat(summary.pairs()).isEqualTo(10);
        PairRow first = summary.tests().get(0);
        assertThat(first.pair()).isEqualTo("a:b");
        assertThat(first.entered()).isTrue();
        assertThat(first.selected()).isEqualTo(1);
        assertThat(summary.tests()).filteredOn(PairRow::entered).hasSize(1);
        assertThat(summary.gain().orElseThrow().low()).isGreaterThan(0);
        assertThat(run.solution().coefficients()).anyMatch(c -> c.feature().equals("a:b"));
        assertThat(run.objective().elsewhere()).isEmpty();
        assertThat(RunJson.read(RunJson.write(run))).isEqualTo(run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lasso", "enet 0.5", "ridge", "mcp"})
    void noInteractionStandsWithoutItsMainEffects(String name) {
        Penalty penalty = switch (name) {
            case "lasso" -> Penalty.lasso();
            case "ridge" -> Penalty.ridge();
            case "mcp" -> dev.taut.penalty.Penalties.named("mcp");
            default -> Penalty.elasticNet(0.5);
        };
        LinearPath path = with(Interactions.of("c:d", "a:b")).penalty(penalty).path(numbers(3, 120, 0.5, 0));
        Features features = path.path().features();
        for (Knot knot : path) {
            for (int j = 4; j < features.size(); j++) {
                if (knot.coefficients().get(j, 0) != 0) {
                    for (String main : features.get(j).name().split(":")) {
                        assertThat(knot.coefficients().get(features.matching(main)[0], 0))
                                .isNotZero();
                    }
                }
            }
        }
        assertThat(features.list()).extracting(f -> f.name()).containsExactly("a", "b", "c", "d", "c:d", "a:b");
    }

    /** Slopes of x differ by level; the clean twin has one slope. */
    private static Dataset slopes(boolean differ) {
        SplittableRandom random = new SplittableRandom(4);
        int rows = 240;
        double[] x = new double[rows];
        double[] y = new double[rows];
        List<String> levels = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int level = random.nextInt(4);
            levels.add("abcd".substring(level, level + 1));
            x[i] = random.nextGaussian();
            y[i] = (differ ? level - 1.5 : 1) * x[i] + level + random.nextGaussian();
        }
        return Dataset.of(
                Table.of(TextColumn.of("g", levels), NumericColumn.of("x", x), NumericColumn.of("y", y)), "y");
    }

    @Test
    void productsOfACategoryEnterAndLeaveTogether() {
        assertThat(codes(slopes(true), SQUARED)).contains(Code.INTERACTION_IGNORED);
        assertThat(codes(slopes(false), SQUARED)).doesNotContain(Code.INTERACTION_IGNORED);
        LinearPath path = with(Interactions.auto()).path(slopes(true));
        Crossing crossing = path.recipe().crossings().get(0);
        assertThat(crossing.name()).isEqualTo("g:x");
        assertThat(crossing.products())
                .extracting(Crossing.Product::name)
                .containsExactly("g=a:x", "g=b:x", "g=c:x", "g=d:x");
        int[] columns = path.path().features().matching("g:x");
        assertThat(columns).hasSize(4);
        for (Knot knot : path) {
            long active = IntStream.of(columns)
                    .filter(j -> knot.coefficients().get(j, 0) != 0)
                    .count();
            assertThat(active).isIn(0L, 4L);
        }
    }

    @Test
    void aStoredModelPredictsTheSame(@TempDir Path folder) throws IOException {
        Dataset data = slopes(true);
        LinearPath path = with(Interactions.of("g:x", "x:x")).path(data);
        LinearModel model = path.model(path.path().knots().get(20));
        model.save(folder.resolve("m.taut"));
        LinearModel read = LinearModel.load(folder.resolve("m.taut"));
        assertThat(read).isEqualTo(model);
        Table few = data.table().rows(new int[] {5, 3, 100});
        Predictions predictions = read.predict(few);
        assertThat(predictions.mean(1)).isEqualTo(model.predict(data.table()).mean(3));
    }

    /** Bonferroni at 5 %: of 100 data sets without interactions at most a few may have one, 12 with probability 2e-3. */
    @Test
    void withoutInteractionsRarelyAnyEnters() {
        long entered = IntStream.range(0, 100)
                .filter(seed -> {
                    Dataset data = numbers(1000 + seed, 80, 0, 0);
                    LinearProblem problem = with(Interactions.auto()).on(data, Targets.of(data));
                    return !problem.recipe().crossings().isEmpty();
                })
                .count();
        assertThat(entered).isLessThan(12);
    }

    /** The leakage canary: pairs chosen on all rows would seem to predict labels that are random. */
    @Test
    void randomLabelsAreNotPredictedFromPairs() {
        SplittableRandom random = new SplittableRandom(6);
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < 30; j++) {
            columns.add(NumericColumn.of(
                    "x" + j,
                    IntStream.range(0, 120)
                            .mapToDouble(i -> random.nextGaussian())
                            .toArray()));
        }
        columns.add(NumericColumn.of(
                "y",
                IntStream.range(0, 120).mapToDouble(i -> random.nextGaussian()).toArray()));
        Dataset noise = Dataset.of(Table.of(columns.toArray(Column[]::new)), "y");
        TunedPath tuned = Study.crossValidate(with(Interactions.auto()), noise, Folds.of(10));
        int last = tuned.path().knots().size() - 1;
        double least =
                IntStream.rangeClosed(0, last).mapToDouble(tuned::mean).min().orElseThrow();
        double sd = Math.sqrt(IntStream.range(0, 120)
                        .mapToDouble(i -> Math.pow(((NumericColumn) noise.target()).value(i), 2))
                        .sum()
                / 120);
        assertThat(least).isGreaterThan(sd - 2 * tuned.standardError(0));
    }

    @Test
    void whatWouldExplodeIsRefusedWithAWayOut() {
        List<Column> columns = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(7);
        for (int j = 0; j <= 80; j++) {
            columns.add(NumericColumn.of("x" + j, random.doubles(500).toArray()));
        }
        Dataset data = Dataset.of(Table.of(columns.toArray(Column[]::new)), "x0");
        assertThatThrownBy(() -> with(Interactions.all()).path(data))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("3 240 pairs would make 3 240 columns beside 80 main effects without penalty")
                .hasMessageContaining("--interactions auto");
    }

    @Test
    void lossesWithoutResidualsTakeNamedPairsOnly() {
        Dataset data = slopes(true);
        Dataset classes = Dataset.of(data.table().keep(name -> !name.equals("y")), "g");
        Linear multinomial = Linear.model().lambdas(Lambdas.grid(10, 1e-2));
        assertThatThrownBy(() -> multinomial
                        .recipe(Recipe.standard().interactions(Interactions.auto()))
                        .path(classes))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("needs a residual for each row");
        LinearPath path = multinomial
                .recipe(Recipe.standard().interactions(Interactions.of("x:x")))
                .path(classes);
        assertThat(path.path().features().list()).extracting(f -> f.name()).containsExactly("x", "x²");
    }

    /** Cleveland's ozone: the effect of wind depends on the temperature, as every text on these data says. */
    @Test
    void windAndTemperatureActTogetherOnOzone() {
        Table table = SharedData.table("airquality.csv");
        Column ozone = table.column("Ozone");
        int[] known = IntStream.range(0, table.rows())
                .filter(i -> !ozone.isMissing(i))
                .toArray();
        Dataset data = Dataset.of(table.rows(known), "Ozone");
        LinearProblem problem = with(Interactions.auto()).on(data, Targets.of(data));
        assertThat(problem.recipe().crossings()).extracting(Crossing::name).contains("Wind:Temp");
        InteractionSummary summary = Study.fit(
                        data,
                        FitPlan.standard()
                                .linear(with(Interactions.of("Wind:Temp")))
                                .holdout(0))
                .run()
                .interactions()
                .orElseThrow();
        assertThat(summary.gain().orElseThrow().gain()).isGreaterThan(1);
    }

    /** ISLR2's bike share: on working days people ride at other hours. */
    @Test
    void theHourMeansSomethingElseOnWorkingDays() {
        Dataset data = Dataset.of(SharedData.table("bikeshare.csv"), "bikers")
                .exclude("casual", "registered", "season", "weekday", "atemp", "day")
                .categorical("hr", "mnth")
                .task(Task.COUNT);
        LinearProblem problem = Linear.poisson()
                .recipe(Recipe.standard().interactions(Interactions.auto()))
                .on(data, Targets.of(data));
        assertThat(problem.recipe().crossings().get(0).name()).isEqualTo("hr:workingday");
    }
}

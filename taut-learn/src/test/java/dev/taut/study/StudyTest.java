package dev.taut.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.Linear;
import dev.taut.check.Checks;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.finding.Code;
import dev.taut.finding.Refused;
import dev.taut.fold.Folds;
import dev.taut.fold.Holdouts;
import dev.taut.penalty.Penalty;
import dev.taut.run.Comparison;
import dev.taut.run.Effect;
import dev.taut.run.Run;
import dev.taut.run.RunJson;
import dev.taut.run.Times;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Progress;
import dev.taut.tuning.Rule;
import dev.taut.tuning.Setup;
import dev.taut.tuning.TunedPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyTest {
    private static final FitPlan PLAN = FitPlan.standard();

    @Test
    void equalSeedsGiveEqualRunsForAnyNumberOfThreads() {
        Dataset data = Samples.binary(150, 1, false);
        assertThat(timeless(Study.fit(data, PLAN.threads(1)).run()))
                .isEqualTo(timeless(Study.fit(data, PLAN.threads(3)).run()));
    }

    @Test
    void anotherSeedDealsOtherFolds() {
        Dataset data = Samples.regression(120, 2);
        assertThat(timeless(Study.fit(data, PLAN).run()))
                .isNotEqualTo(timeless(
                        Study.fit(data, PLAN.seed(7).folds(Folds.of(10).seed(7)))
                                .run()));
    }

    private static String timeless(Run run) {
        return RunJson.write(new Run(
                run.schema(),
                run.provenance(),
                run.data(),
                run.findings(),
                run.objective(),
                run.path(),
                run.tuning(),
                run.solution(),
                run.effect(),
                run.holdout(),
                run.comparison(),
                run.kernel(),
                run.selection(),
                run.survival(),
                run.text(),
                run.interactions(),
                new Times("", 0, List.of())));
    }

    @Test
    void tuningNeverTouchesTheHoldout() {
        Dataset data = Samples.regression(200, 3);
        int[] held = Holdouts.split(data, PLAN.holdout(), PLAN.seed()).split().test();
        double[] y = ((NumericColumn) data.target()).values();
        for (int row : held) {
            y[row] += 5;
        }
        Run before = Study.fit(data, PLAN).run();
        Run after = Study.fit(data.on(data.table().with(NumericColumn.of("y", y))), PLAN)
                .run();
        assertThat(after.tuning()).isEqualTo(before.tuning());
        assertThat(after.solution()).isEqualTo(before.solution());
        assertThat(after.holdout()).isNotEqualTo(before.holdout());
    }

    @Test
    void aPenalisedLevelMayBeMissingFromAFold() {
        Dataset data = Samples.regression(120, 11);
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < data.rows(); row++) {
            cells.add(row == 5 ? "once" : data.table().find("g").orElseThrow().text(row));
        }
        Dataset rare = data.on(data.table().with(TextColumn.of("g", cells)));
        Linear free =
                PLAN.linear().penalty(Penalty.lasso().free("g=once", "g=x").within("a", 0, 1));
        Run run = Study.fit(rare, PLAN.linear(free)).run();
        assertThat(run.path().knots().get(0).active()).isPositive();
        assertThat(run.solution().coefficients())
                .filteredOn(row -> row.feature().equals("a"))
                .allSatisfy(row -> assertThat(row.raw()).isBetween(0.0, 1.0));
    }

    @Test
    void aPenaltyThatNamesNoFeatureIsRefused() {
        Linear misspelt = PLAN.linear().penalty(Penalty.lasso().free("aa"));
        assertThatThrownBy(() -> Study.fit(Samples.regression(60, 12), PLAN.linear(misspelt)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("`aa` of the penalty matches no feature");
    }

    @Test
    void groupsOfTheFoldsAreNotTornByTheHoldout() {
        Dataset data = Samples.regression(120, 13);
        double[] patients = new double[data.rows()];
        Arrays.setAll(patients, row -> row / 4);
        Dataset grouped = data.on(data.table().with(NumericColumn.of("c", patients)));
        Setup setup = Setup.of(Checks.of(grouped), PLAN.folds(Folds.of(5).grouped("c")));
        assertThat(setup.test().rows()).isPositive();
        assertThat(values(setup.test())).doesNotContainAnyElementsOf(values(setup.train()));
    }

    private static List<Double> values(Dataset rows) {
        return Arrays.stream(((NumericColumn) rows.table().find("c").orElseThrow()).values())
                .boxed()
                .toList();
    }

    @Test
    void everyKnotIsCertifiedAndTheSignalIsFound() {
        Run run = Study.fit(Samples.regression(300, 4), PLAN).run();
        assertThat(run.path().knots())
                .allMatch(knot ->
                        knot.certificate().converged() && knot.certificate().relativeGap() <= 1e-9);
        assertThat(run.solution().coefficients().get(0).feature()).isEqualTo("a");
        assertThat(run.solution().coefficients().get(0).raw()).isCloseTo(2, within(0.4));
        assertThat(run.holdout().orElseThrow().metrics().get(0).value()).isBetween(0.8, 1.4);
    }

    @Test
    void theEffectShowsNoModelNoPenaltyMinimumOneStandardErrorAndChosen() {
        Effect effect = Study.fit(Samples.regression(150, 5), PLAN).run().effect();
        assertThat(effect.rows())
                .extracting(Effect.Row::label)
                .containsExactly("no model", "none", "minimum", "1se", "chosen");
        Effect.Row none = effect.rows().get(1);
        Effect.Row minimum = effect.rows().get(2);
        assertThat(none.train().orElseThrow())
                .isLessThanOrEqualTo(minimum.train().orElseThrow());
        assertThat(minimum.crossValidated().orElseThrow())
                .isLessThanOrEqualTo(none.crossValidated().orElseThrow());
    }

    @Test
    void withMoreFeaturesThanRowsTheUnpenalisedRowSaysWhyItIsEmpty() {
        NumericColumn[] columns = new NumericColumn[41];
        Dataset source = Samples.regression(30, 6);
        java.util.Random random = new java.util.Random(6);
        for (int j = 0; j < 40; j++) {
            columns[j] = NumericColumn.of(
                    "x" + j, random.doubles(30).map(v -> v - 0.5).toArray());
        }
        columns[40] = (NumericColumn) source.target();
        Run run = Study.fit(Dataset.of(Table.of(columns), "y"), PLAN.folds(Folds.of(5)))
                .run();
        assertThat(run.effect().rows().get(1).note()).isEqualTo("no unique solution: 40 features for 24 rows");
    }

    @Test
    void aLambdaByHandIsUsedAndStillPlacedOnTheCurve() {
        Run run = Study.fit(Samples.regression(100, 7), PLAN.lambda(0.3)).run();
        assertThat(run.solution().lambda()).isEqualTo(0.3);
        assertThat(run.tuning().orElseThrow().rule()).isEqualTo("given");
        assertThat(run.tuning().orElseThrow().points()).hasSize(101);
    }

    @Test
    void aLambdaThatZeroesEverythingIsCalledOverRegularized() {
        Run run = Study.fit(Samples.regression(100, 8), PLAN.lambda(1e6)).run();
        assertThat(run.solution().active()).isZero();
        assertThat(run.findings()).extracting(f -> f.code()).contains(Code.OVER_REGULARIZED);
    }

    @Test
    void separableClassesWithoutAPenaltyAreRefusedWithARemedy() {
        double[] x = new java.util.Random(1).doubles(40).toArray();
        double[] z = new java.util.Random(2).doubles(40).toArray();
        double[] y = Arrays.stream(x).map(v -> v > 0.5 ? 1 : 0).toArray();
        Dataset data =
                Dataset.of(Table.of(NumericColumn.of("x", x), NumericColumn.of("z", z), NumericColumn.of("y", y)), "y");
        FitPlan plan = PLAN.linear(Linear.model().penalty(Penalty.none())).holdout(0);
        assertThatThrownBy(() -> Study.fit(data, plan))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("T0501")
                .hasMessageContaining("--penalty ridge");
    }

    /** Mean excess of the cross-validated loss over chance, with every recipe step on: within 2 standard errors of 0. */
    @Test
    void randomLabelsAreAtChance() {
        int repeats = 12;
        double sum = 0;
        double squares = 0;
        for (int r = 0; r < repeats; r++) {
            Effect effect = Study.fit(
                            Samples.binary(80, 100 + r, true), PLAN.holdout(0).rule(Rule.MINIMUM))
                    .run()
                    .effect();
            Effect.Row none = effect.rows().get(1);
            double gain = effect.rows().get(0).crossValidated().orElseThrow()
                    - none.crossValidated().orElseThrow();
            sum += gain;
            squares += gain * gain;
        }
        double mean = sum / repeats;
        double error = Math.sqrt((squares / repeats - mean * mean) / (repeats - 1));
        assertThat(mean).as("a model of coin tosses must not look useful").isLessThan(2 * error);
    }

    @Test
    void penaltiesAreComparedOnTheSameFolds() {
        Fit fit = Study.compare(
                Checks.of(Samples.regression(150, 9)),
                PLAN,
                List.of(Penalty.none(), Penalty.ridge(), Penalty.elasticNet(0.5), Penalty.lasso()),
                Progress.SILENT);
        Comparison comparison = fit.run().comparison().orElseThrow();
        assertThat(comparison.rows())
                .extracting(Comparison.Row::label)
                .containsExactly("none", "ridge", "enet 0.5", "lasso");
        Comparison.Row reference = comparison.rows().stream()
                .filter(row -> row.verdict().equals("reference"))
                .findFirst()
                .orElseThrow();
        assertThat(reference.label()).isEqualTo(comparison.baseline());
        assertThat(reference.active()).isEqualTo(fit.run().solution().active());
        assertThat(comparison.advice()).isNotEmpty();
    }

    @Test
    void aRuleSelectsAModelFromACurve() {
        TunedPath tuned = Study.crossValidate(
                Linear.regression().penalty(Penalty.lasso()),
                Samples.regression(120, 11),
                Folds.of(10).seed(42));
        TunedPath.Selection simple = tuned.select(Rule.ONE_STANDARD_ERROR);
        TunedPath.Selection best = tuned.select(Rule.MINIMUM);
        assertThat(simple.knot().lambda()).isGreaterThanOrEqualTo(best.knot().lambda());
        int at = tuned.path().knots().indexOf(simple.knot());
        int minimum = tuned.path().knots().indexOf(best.knot());
        assertThat(tuned.mean(at)).isLessThanOrEqualTo(tuned.mean(minimum) + tuned.standardError(minimum));
        assertThat(simple.model().lambda()).isEqualTo(simple.knot().lambda());
    }

    @Test
    void aSplitColumnDecidesWhichRowsTrain() {
        Dataset data = Samples.regression(60, 10);
        double[] train = new double[60];
        Arrays.fill(train, 0, 45, 1);
        Table table = Table.of(
                data.table().column("a"), data.table().column("b"), data.target(), NumericColumn.of("train", train));
        Run run = Study.fit(Dataset.of(table, "y").with(Role.SPLIT, "train"), PLAN)
                .run();
        assertThat(run.data().trainRows()).isEqualTo(45);
        assertThat(run.holdout().orElseThrow().rows()).isEqualTo(15);
    }
}

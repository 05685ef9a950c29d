package dev.taut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.check.Checks;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.Table;
import dev.taut.data.Task;
import dev.taut.data.TextColumn;
import dev.taut.finding.Finding;
import dev.taut.fold.Folds;
import dev.taut.loss.Losses;
import dev.taut.loss.Ties;
import dev.taut.penalty.Penalty;
import dev.taut.recipe.MissingColumns;
import dev.taut.study.Evaluation;
import dev.taut.study.Study;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Rule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Times and events, from a table to survival probabilities. */
class SurvivalTest {
    private static final int ROWS = 120;

    private static Table table() {
        Random random = new Random(5);
        double[] dose = random.doubles(ROWS).toArray();
        double[] age = random.doubles(ROWS).map(v -> 40 + 30 * v).toArray();
        double[] time = new double[ROWS];
        String[] status = new String[ROWS];
        String[] site = new String[ROWS];
        for (int i = 0; i < ROWS; i++) {
            time[i] = Math.ceil(-20 * Math.log(random.nextDouble()) * Math.exp(-5 * dose[i]));
            status[i] = random.nextDouble() < 0.7 ? "died" : "alive";
            site[i] = i % 3 == 0 ? "north" : "south";
        }
        return Table.of(
                NumericColumn.of("time", time),
                TextColumn.of("status", List.of(status)),
                TextColumn.of("site", List.of(site)),
                NumericColumn.of("dose", dose),
                NumericColumn.of("age", age));
    }

    private static Dataset data() {
        return Dataset.of(table(), "time").event("status");
    }

    private static LinearModel fit(Linear spec, Dataset data) {
        return spec.penalty(Penalty.none()).at(0).fit(data);
    }

    @Test
    void anEventColumnMakesItSurvival() {
        assertThat(data().task()).isEqualTo(Task.SURVIVAL);
        assertThat(Linear.model().loss(data())).isEqualTo(Losses.cox(Ties.EFRON));
        assertThat(Linear.model().hasIntercept(data())).isFalse();
        assertThat(Checks.of(data()).findings()).noneMatch(f -> f.severity() == dev.taut.finding.Severity.ERROR);
    }

    /** The definition of Breslow's estimator, one event time after the other. */
    @Test
    void survivalFollowsTheBaselineHazard() {
        Dataset data = data().exclude("site");
        LinearModel model = fit(Linear.of(Losses.cox(Ties.BRESLOW)), data);
        Predictions predictions = model.predict(data.table());
        double[] times = ((NumericColumn) data.table().column("time")).values();
        double hazard = 0;
        for (double time : IntStream.range(0, ROWS)
                .filter(i -> data.table().column("status").text(i).equals("died"))
                .mapToDouble(i -> times[i])
                .filter(t -> t <= 8)
                .toArray()) {
            hazard += 1
                    / IntStream.range(0, ROWS)
                            .filter(i -> times[i] >= time)
                            .mapToDouble(predictions::mean)
                            .sum();
        }
        double[][] survival = model.survival(data.table(), predictions, 0.5, 8);
        for (int i = 0; i < ROWS; i++) {
            assertThat(survival[0][i]).isEqualTo(1);
            assertThat(survival[1][i]).isCloseTo(Math.exp(-hazard * predictions.mean(i)), within(1e-12));
        }
    }

    @Test
    void everyStratumHasItsOwnHazardAndAnUnknownOneNone() {
        Dataset data = data().with(Role.STRATA, "site");
        LinearModel model = fit(Linear.cox(), data);
        assertThat(model.baselines()).extracting(Baseline::stratum).containsExactly("north", "south");
        Table elsewhere = Table.of(
                NumericColumn.of("dose", 0.5, 0.5, 0.5),
                NumericColumn.of("age", 50, 50, 50),
                TextColumn.of("site", List.of("north", "south", "west")));
        double[] at = model.survival(elsewhere, model.predict(elsewhere), 5)[0];
        assertThat(at[0]).isNotCloseTo(at[1], within(1e-3));
        assertThat(at[2]).isNaN();
    }

    @Test
    void theModelIsReadBackAndEvaluated(@TempDir Path folder) throws java.io.IOException {
        LinearModel model = fit(Linear.cox(), data());
        model.save(folder.resolve("model.taut"));
        assertThat(LinearModel.load(folder.resolve("model.taut"))).isEqualTo(model);
        Evaluation evaluation = Evaluation.of(model, table(), "", MissingColumns.REFUSE);
        assertThat(evaluation.figures().metrics().get(1).name()).isEqualTo("concordance");
        assertThat(evaluation.figures().metrics().get(1).value()).isBetween(0.6, 0.9);
        assertThat(evaluation.figures().metrics().get(1).noModel()).isEqualTo(0.5);
    }

    @Test
    void foldsAreJudgedByThePartialLikelihoodThatTheirRowsAdd() {
        var run = Study.fit(data(), FitPlan.standard().folds(Folds.of(5)).rule(Rule.MINIMUM))
                .run();
        assertThat(run.objective().task()).isEqualTo("survival");
        assertThat(run.objective().intercept()).isFalse();
        assertThat(run.solution().coefficients().get(0).feature()).isEqualTo("dose");
        assertThat(run.solution().coefficients().get(0).ratio().orElseThrow()).isGreaterThan(1);
        var effects = run.effect().rows();
        double none = effects.get(0).crossValidated().orElseThrow();
        double chosen = effects.get(effects.size() - 1).crossValidated().orElseThrow();
        assertThat(chosen).isLessThan(none);
    }

    private static List<String> messages(Dataset data) {
        return Checks.of(data).findings().stream().map(Finding::message).toList();
    }

    @Test
    void whatIsWrongIsSaidWithItsRows() {
        double[] negative = {1, -2, 3, 4};
        Table wrong = Table.of(
                NumericColumn.of("t", negative),
                NumericColumn.of("e", 0, 1, 2, 1),
                NumericColumn.of("from", 0, -3, 3, 1),
                NumericColumn.of("x", 1, 2, 4, 3));
        assertThat(messages(Dataset.of(wrong, "t").event("e")))
                .anyMatch(m -> m.contains("event column `e` has more than two values"))
                .anyMatch(m -> m.contains("time `t` is negative in 1 row"));
        assertThat(messages(Dataset.of(wrong, "t").event("e").with(Role.START, "from")))
                .anyMatch(m -> m.contains("start `from` is not before `t` in 1 row"));
        assertThat(messages(Dataset.of(wrong, "t").task(Task.SURVIVAL)))
                .anyMatch(m -> m.contains("survival needs a column that says whether the event came"));
        assertThat(messages(Dataset.of(wrong, "t").with(Role.START, "from")))
                .anyMatch(m -> m.contains("start column `from` has no meaning for regression"));
        assertThatThrownBy(() -> Linear.cox().penalty(Penalty.lasso()).path(Dataset.of(wrong, "t")))
                .hasMessageContaining("survival needs a column");
        assertThat(Arrays.stream(Role.values()).map(Role::word)).contains("event", "start", "strata");
    }
}

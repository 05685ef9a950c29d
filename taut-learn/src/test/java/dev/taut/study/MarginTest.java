package dev.taut.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.Linear;
import dev.taut.LinearModel;
import dev.taut.Predictions;
import dev.taut.data.Dataset;
import dev.taut.data.Task;
import dev.taut.finding.Refused;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.metric.Metrics;
import dev.taut.metric.Scored;
import dev.taut.recipe.MissingColumns;
import dev.taut.run.Holdout;
import dev.taut.run.Run;
import dev.taut.tuning.FitPlan;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Linear support vector machines from the table to the report's figures: decision values and labels, never probabilities. */
class MarginTest {
    private static double metric(Holdout figures, String name) {
        return figures.metrics().stream()
                .filter(m -> m.name().equals(name))
                .mapToDouble(Holdout.MetricRow::value)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"hinge, hinge-loss", "squared_hinge, squared-hinge-loss"})
    void whatFoldsMinimiseIsWhatTheHoldoutIsJudgedBy(String loss, String metric) {
        FitPlan plan =
                FitPlan.standard().linear(Linear.of(Losses.named(loss)).lambdas(dev.taut.path.Lambdas.grid(20, 0)));
        Run run = Study.fit(Samples.binary(150, 3, false), plan).run();
        assertThat(run.objective().loss()).isEqualTo(loss);
        assertThat(run.tuning().orElseThrow().metric()).isEqualTo(metric);
        Holdout holdout = run.holdout().orElseThrow();
        assertThat(holdout.metrics().get(0).name()).isEqualTo(metric);
        assertThat(holdout.metrics())
                .noneMatch(m -> m.name().equals("log-loss") || m.name().equals("brier"));
        assertThat(holdout.calibration()).isEmpty();
        assertThat(holdout.roc()).isNotEmpty();
        double chosen = holdout.metrics().get(0).value();
        assertThat(run.effect()
                        .rows()
                        .get(run.effect().rows().size() - 1)
                        .holdout()
                        .orElseThrow())
                .isCloseTo(chosen, within(1e-12));
        assertThat(chosen).isLessThan(holdout.metrics().get(0).noModel());
    }

    @Test
    void decisionValuesDecideAndAreNoProbabilities(@TempDir Path folder) throws Exception {
        Dataset data = Samples.binary(120, 4, false);
        LinearModel model = Linear.squaredHinge().at(0.05).fit(data);
        model.save(folder.resolve("m.taut"));
        assertThat(LinearModel.load(folder.resolve("m.taut"))).isEqualTo(model);
        Predictions predictions = model.predict(data.table());
        assertThat(predictions.margin()).isTrue();
        int right = 0;
        double hinge = 0;
        for (int i = 0; i < data.rows(); i++) {
            assertThat(predictions.label(i)).isEqualTo(predictions.mean(i) > 0 ? "yes" : "no");
            boolean yes = data.target().text(i).equals("yes");
            right += yes == predictions.mean(i) > 0 ? 1 : 0;
            hinge += Math.max(0, 1 - (yes ? 1 : -1) * predictions.mean(i)) / data.rows();
        }
        assertThatThrownBy(() -> predictions.probability(0, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("decision values and labels, not probabilities");
        Holdout figures =
                Evaluation.of(model, data.table(), "", MissingColumns.REFUSE).figures();
        assertThat(metric(figures, "accuracy")).isCloseTo((double) right / data.rows(), within(1e-12));
        assertThat(metric(figures, "hinge-loss")).isCloseTo(hinge, within(1e-12));
        assertThat(metric(figures, "auc")).isGreaterThan(0.8);
    }

    /** Without a model the larger class is predicted: the constant that minimises the loss. */
    @Test
    void withoutAModelTheLargerClassIsPredicted() {
        Dataset data = Samples.binary(80, 5, false);
        LinearModel model = Linear.hinge().at(1e3).fit(data);
        Holdout figures =
                Evaluation.of(model, data.table(), "", MissingColumns.REFUSE).figures();
        for (Holdout.MetricRow row : figures.metrics()) {
            assertThat(row.value()).as(row.name()).isCloseTo(row.noModel(), within(1e-9));
        }
        assertThat(metric(figures, "auc")).isEqualTo(0.5);
    }

    @Test
    void metricsOfProbabilitiesAreRefused() {
        Scored scored = new Scored(
                Target.classes(2, new int[] {0, 1, 1}), new double[] {-2, 0.5, 3}, new double[] {1, 1, 1}, true);
        assertThat(Metrics.of(Task.BINARY, "hinge").stream().mapToDouble(m -> m.of(scored)))
                .containsExactly(0.5 / 3, 1.0, 1.0, 1.0);
        assertThatThrownBy(() -> Metrics.tuning(Task.BINARY).of(scored))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("log-loss needs probabilities, and these predictions are decision values");
    }

    /** Where a plane separates the classes, no penalty means no unique plane. */
    @Test
    void separableClassesNeedAPenalty() {
        Dataset data = Samples.binary(24, 6, false).exclude("c");
        FitPlan plan = FitPlan.standard()
                .holdout(0)
                .linear(Linear.squaredHinge()
                        .penalty(dev.taut.penalty.Penalty.none())
                        .lambdas(dev.taut.path.Lambdas.of(0)));
        Dataset apart = data.on(data.table()
                .with(dev.taut.data.NumericColumn.of(
                        "a",
                        java.util.stream.IntStream.range(0, 24)
                                .mapToDouble(i -> (data.target().text(i).equals("yes") ? 1 : -1) * (1 + i % 3))
                                .toArray())));
        assertThatThrownBy(() -> Study.fit(apart, plan.folds(dev.taut.fold.Folds.of(3))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("many planes do so equally well");
    }
}

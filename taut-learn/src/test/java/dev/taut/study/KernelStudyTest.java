package dev.taut.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.Model;
import dev.taut.Predictions;
import dev.taut.check.CheckOptions;
import dev.taut.check.CheckedData;
import dev.taut.check.Checks;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.finding.Refused;
import dev.taut.fold.Folds;
import dev.taut.recipe.MissingColumns;
import dev.taut.run.Effect;
import dev.taut.run.KernelSummary;
import dev.taut.run.Run;
import dev.taut.run.RunJson;
import dev.taut.svm.Kernel;
import dev.taut.svm.KernelGrid;
import dev.taut.svm.KernelModel;
import dev.taut.svm.KernelSvm;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Progress;
import dev.taut.tuning.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelStudyTest {
    private static final FitPlan PLAN =
            FitPlan.standard().folds(Folds.of(4)).rule(Rule.MINIMUM).threads(2);

    /** Two rings in a and b; c is of no use; or the distance from the middle as a number. */
    private static Dataset rings(int rows, boolean numbers) {
        Random random = new Random(1);
        double[][] x = new double[3][rows];
        double[] distance = new double[rows];
        List<String> ring = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            for (double[] column : x) {
                column[i] = random.nextGaussian();
            }
            distance[i] = 50 * Math.hypot(x[0][i], x[1][i]);
            ring.add(distance[i] < 60 ? "inner" : "outer");
        }
        return Dataset.of(
                Table.of(
                        NumericColumn.of("a", x[0]),
                        NumericColumn.of("b", x[1]),
                        NumericColumn.of("c", x[2]),
                        numbers ? NumericColumn.of("y", distance) : TextColumn.of("y", ring)),
                "y");
    }

    private static CheckedData checked(Dataset data) {
        return Checks.of(data, CheckOptions.standard());
    }

    private static KernelPlan plan(KernelSvm spec, List<Double> cs, List<Double> gammas) {
        return new KernelPlan(PLAN, spec, new KernelGrid(cs, gammas, List.of()), OptionalDouble.empty());
    }

    private static Effect.Row row(Run run, String label) {
        return run.effect().rows().stream()
                .filter(r -> r.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLineIsBeatenWhereItShouldBeAndTheColumnsThatMatterAreNamed() {
        KernelFit fit = KernelStudy.fit(
                checked(rings(160, false)),
                plan(KernelSvm.of(Kernel.rbf(0)), List.of(1.0, 10.0), List.of(0.01, 0.5)),
                Progress.SILENT);
        Run run = fit.run();
        KernelSummary kernel = run.kernel().orElseThrow();
        assertThat(kernel.grid()).hasSize(4);
        KernelSummary.Candidate chosen = kernel.grid().get(kernel.chosen());
        assertThat(kernel.grid()).allSatisfy(c -> assertThat(c.mean()).isGreaterThanOrEqualTo(chosen.mean()));
        assertThat(chosen.gamma()).isEqualTo(0.5);
        assertThat(fit.model().c()).isEqualTo(chosen.c());
        assertThat(row(run, "linear").crossValidated().orElseThrow())
                .isGreaterThan(2 * row(run, "chosen").crossValidated().orElseThrow());
        assertThat(run.effect().lineServes()).isFalse();
        assertThat(kernel.importances())
                .extracting(KernelSummary.Importance::column)
                .last()
                .isEqualTo("c");
        assertThat(kernel.importances().get(0).increase()).isGreaterThan(0.2);
        assertThat(kernel.calibrated()).isTrue();
        assertThat(run.holdout().orElseThrow().metrics().get(0).name()).isEqualTo("log-loss");
        assertThat(run.holdout().orElseThrow().metrics().get(0).value())
                .isEqualTo(row(run, "chosen").holdout().orElseThrow());
        assertThat(RunJson.read(RunJson.write(run))).isEqualTo(run);
    }

    @Test
    void withoutCalibrationThereAreDecisionValues(@TempDir Path folder) throws Exception {
        Dataset data = rings(120, false);
        KernelFit fit = KernelStudy.fit(
                checked(data),
                plan(KernelSvm.of(Kernel.rbf(0)).calibrated(false), List.of(10.0), List.of(0.5)),
                Progress.SILENT);
        assertThat(fit.run().effect().metric()).isEqualTo("hinge-loss");
        assertThat(fit.run().holdout().orElseThrow().calibration()).isEmpty();
        fit.model().save(folder.resolve("m.taut"));
        Model read = Model.load(folder.resolve("m.taut"));
        assertThat(read).isInstanceOf(KernelModel.class);
        Predictions predictions = read.predict(data.table());
        assertThat(predictions.margin()).isTrue();
        int right = 0;
        for (int i = 0; i < data.rows(); i++) {
            right += predictions.label(i).equals(data.target().text(i)) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(110);
        double accuracy = Evaluation.of(read, data.table(), "", MissingColumns.REFUSE).figures().metrics().stream()
                .filter(m -> m.name().equals("accuracy"))
                .mapToDouble(m -> m.value())
                .sum();
        assertThat(accuracy).isCloseTo(right / 120.0, within(1e-12));
    }

    /** C and ε for numbers are in units of the target: its standard deviation and a tenth of it, unless given. */
    @Test
    void numbersHaveATubeInTheirUnits() {
        Dataset data = rings(120, true);
        KernelFit fit = KernelStudy.fit(
                checked(data), plan(KernelSvm.of(Kernel.poly(2)), List.of(), List.of()), Progress.SILENT);
        KernelSummary kernel = fit.run().kernel().orElseThrow();
        assertThat(kernel.grid()).hasSize(8);
        assertThat(kernel.epsilon()).isBetween(2.0, 4.0);
        assertThat(kernel.grid().get(0).c()).isCloseTo(kernel.epsilon(), within(0.2));
        assertThat(row(fit.run(), "chosen").holdout().orElseThrow())
                .isLessThan(0.5 * row(fit.run(), "no model").holdout().orElseThrow());
    }

    @Test
    void theRuleOfOneStandardErrorTakesTheStrongestPenaltyWithinIt() {
        CheckedData data = checked(rings(120, false));
        KernelPlan plan = plan(KernelSvm.of(Kernel.rbf(0)), List.of(0.5, 5.0, 50.0), List.of(0.2, 0.5));
        KernelPlan simple =
                new KernelPlan(PLAN.rule(Rule.ONE_STANDARD_ERROR), plan.spec(), plan.grid(), OptionalDouble.empty());
        KernelSummary kernel =
                KernelStudy.fit(data, simple, Progress.SILENT).run().kernel().orElseThrow();
        KernelSummary.Candidate best = kernel.grid().stream()
                .min(java.util.Comparator.comparingDouble(KernelSummary.Candidate::mean))
                .orElseThrow();
        double limit = best.mean() + best.standardError();
        KernelSummary.Candidate chosen = kernel.grid().get(kernel.chosen());
        assertThat(chosen.mean()).isLessThanOrEqualTo(limit);
        assertThat(kernel.grid())
                .filteredOn(c -> c.mean() <= limit)
                .allSatisfy(c -> assertThat(c.c()).isGreaterThanOrEqualTo(chosen.c()));
    }

    @Test
    void theResultDoesNotDependOnThreads() {
        CheckedData data = checked(rings(100, false));
        KernelPlan plan = plan(KernelSvm.of(Kernel.rbf(0)), List.of(1.0), List.of(0.1, 0.5));
        KernelPlan one = new KernelPlan(PLAN.threads(1), plan.spec(), plan.grid(), OptionalDouble.empty());
        assertThat(KernelStudy.fit(data, one, Progress.SILENT).run().kernel())
                .isEqualTo(KernelStudy.fit(data, plan, Progress.SILENT).run().kernel());
    }

    @Test
    void whatHasNoMeaningIsRefused() {
        Dataset data = rings(60, true);
        KernelPlan plan = plan(KernelSvm.of(Kernel.rbf(0)), List.of(1.0), List.of());
        assertThatThrownBy(() -> KernelStudy.fit(checked(data.weights("c")), plan, Progress.SILENT))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> KernelSvm.of(Kernel.rbf(0))
                        .calibrated(false)
                        .fit(Dataset.of(
                                Table.of(
                                        NumericColumn.of("a", new double[] {1, 2, 3, 4}),
                                        TextColumn.of("y", List.of("p", "q", "r", "p"))),
                                "y")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("tells two classes apart, and `y` has 3");
    }
}

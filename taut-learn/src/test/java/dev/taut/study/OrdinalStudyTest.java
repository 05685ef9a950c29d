package dev.taut.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.Linear;
import dev.taut.LinearModel;
import dev.taut.Predictions;
import dev.taut.check.CheckOptions;
import dev.taut.check.CheckedData;
import dev.taut.check.Checks;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.finding.Code;
import dev.taut.finding.Severity;
import dev.taut.fold.Folds;
import dev.taut.loss.Losses;
import dev.taut.run.Effect;
import dev.taut.run.Run;
import dev.taut.run.RunJson;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ordered classes, and losses with a scale of their own, from the table to the figures of the report. */
class OrdinalStudyTest {
    private static final List<String> LEVELS = List.of("poor", "fair", "good", "best");

    /** The higher a, the better; b is of no use. */
    private static Dataset graded(int rows) {
        Random random = new Random(5);
        double[] a = new double[rows];
        double[] b = new double[rows];
        List<String> grade = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            a[i] = 10 + random.nextGaussian();
            b[i] = random.nextGaussian();
            double u = random.nextDouble();
            double latent = 2 * (a[i] - 10) + Math.log(u / (1 - u));
            grade.add(LEVELS.get(latent < -2 ? 0 : latent < 0 ? 1 : latent < 2 ? 2 : 3));
        }
        return Dataset.of(
                Table.of(NumericColumn.of("a", a), NumericColumn.of("b", b), TextColumn.of("grade", grade)), "grade");
    }

    private static CheckedData checked(Dataset data, String loss) {
        return Checks.of(
                Linear.of(Losses.named(loss)).typed(data),
                CheckOptions.standard().loss(loss));
    }

    private static Fit fit(Dataset data, String loss) {
        FitPlan plan = FitPlan.standard().linear(Linear.of(Losses.named(loss))).folds(Folds.of(5));
        return Study.fit(checked(data, loss), plan, Progress.SILENT);
    }

    private static Effect.Row row(Run run, String label) {
        return run.effect().rows().stream()
                .filter(r -> r.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void orderedClassesAreLearnt(@TempDir Path folder) throws Exception {
        Dataset data = graded(400).classes(LEVELS.toArray(String[]::new));
        Fit fit = fit(data, "ordinal");
        Run run = fit.run();
        assertThat(run.data().target().classes()).extracting(c -> c.name()).containsExactlyElementsOf(LEVELS);
        assertThat(run.solution().intercepts()).hasSize(3).isSorted();
        assertThat(run.solution().coefficients()).allSatisfy(c -> {
            assertThat(c.output()).isEmpty();
            assertThat(c.ratio().orElseThrow()).isCloseTo(Math.exp(c.raw()), within(1e-12));
        });
        assertThat(run.effect().metric()).isEqualTo("log-loss");
        assertThat(run.holdout().orElseThrow().metrics())
                .extracting(m -> m.name())
                .contains("class-distance");
        assertThat(row(run, "chosen").crossValidated().orElseThrow())
                .isLessThan(0.9 * row(run, "no model").crossValidated().orElseThrow());
        assertThat(RunJson.read(RunJson.write(run))).isEqualTo(run);
        fit.model().save(folder.resolve("m.taut"));
        LinearModel read = LinearModel.load(folder.resolve("m.taut"));
        Predictions predictions = read.predict(data.table());
        double loss = 0;
        int right = 0;
        for (int i = 0; i < data.rows(); i++) {
            loss -= Math.log(predictions.probability(
                            i, LEVELS.indexOf(data.target().text(i))))
                    / data.rows();
            right += predictions.label(i).equals(data.target().text(i)) ? 1 : 0;
        }
        assertThat(loss).isBetween(0.8, 1.1);
        assertThat(right).isGreaterThan(200);
    }

    @Test
    void theOppositeOrderHasTheOppositeSigns() {
        LinearModel up = fit(graded(200).classes("poor", "fair", "good", "best"), "ordinal")
                .model();
        LinearModel down = fit(graded(200).classes("best", "good", "fair", "poor"), "ordinal")
                .model();
        assertThat(up.coefficients().get(0).value())
                .isCloseTo(-down.coefficients().get(0).value(), within(1e-6));
        assertThat(up.intercepts().get(0)).isCloseTo(-down.intercepts().get(2), within(1e-5));
    }

    /** What the training rows lose is what predictions for them lose, though the loss of a row depends on the others. */
    @ParameterizedTest
    @ValueSource(strings = {"sqrt", "scaled_huber:1.35"})
    void trainingFiguresAreThoseOfThePredictions(String loss) {
        Dataset data = Samples.regression(150, 4);
        FitPlan plan = FitPlan.standard()
                .linear(Linear.of(Losses.named(loss)))
                .folds(Folds.of(5))
                .holdout(0);
        Fit fit = Study.fit(checked(data, loss), plan, Progress.SILENT);
        double[] y = ((NumericColumn) data.target()).values();
        double[] means = fit.model().predict(data.table()).means();
        double squares = 0;
        double sizes = 0;
        for (int i = 0; i < y.length; i++) {
            squares += (y[i] - means[i]) * (y[i] - means[i]) / y.length;
            sizes += Math.abs(y[i] - means[i]) / y.length;
        }
        assertThat(row(fit.run(), "chosen").train().orElseThrow())
                .as(loss)
                .isCloseTo(loss.equals("sqrt") ? Math.sqrt(squares) : sizes, within(1e-9));
    }

    @Test
    void theSquareRootIsTakenOfTheMean() {
        assertThat(fit(Samples.regression(150, 4), "sqrt").run().objective().formula())
                .startsWith("minimise √[(1/120) Σ (yᵢ − β₀ − xᵢᵀβ)²] + ");
    }

    /** The point of the square root: in other units of the target, the same λ. */
    @Test
    void theSquareRootLassoChoosesTheSameStrengthInAllUnits() {
        Dataset data = Samples.regression(150, 4);
        double[] y = ((NumericColumn) data.target()).values();
        for (int i = 0; i < y.length; i++) {
            y[i] *= 1000;
        }
        Dataset scaled = data.on(data.table().with(NumericColumn.of(data.targetName(), y)));
        assertThat(fit(scaled, "sqrt").run().solution().lambda())
                .isCloseTo(fit(data, "sqrt").run().solution().lambda(), within(1e-9));
    }

    @Test
    void anOrderThatIsNotOneIsRefusedAndOneThatWasNotGivenIsSaid() {
        assertThat(checked(graded(100), "ordinal").findings()).anySatisfy(f -> {
            assertThat(f.code()).isEqualTo(Code.ORDER_ASSUMED);
            assertThat(f.severity()).isEqualTo(Severity.WARNING);
            assertThat(f.message()).contains("best < fair < good < poor");
        });
        assertThat(checked(graded(100).classes("poor", "fair", "goof", "best"), "ordinal")
                        .findings())
                .anySatisfy(f -> {
                    assertThat(f.code()).isEqualTo(Code.NOT_ALLOWED);
                    assertThat(String.join(" ", f.evidence())).contains("left out: good", "did you mean \"good\"?");
                });
        assertThat(checked(graded(100).classes("poor", "fair", "good", "best"), "ordinal")
                        .findings())
                .noneMatch(f -> f.code() == Code.ORDER_ASSUMED || f.severity() == Severity.ERROR);
    }
}

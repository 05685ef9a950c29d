package dev.taut.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.Linear;
import dev.taut.LinearModel;
import dev.taut.check.Checks;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.SharedData;
import dev.taut.data.Table;
import dev.taut.data.Task;
import dev.taut.finding.Code;
import dev.taut.finding.Refused;
import dev.taut.fold.Folds;
import dev.taut.loss.Losses;
import dev.taut.path.Lambdas;
import dev.taut.penalty.Penalty;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Progress;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlternationTest {
    private static final FitPlan UNPENALISED = FitPlan.standard()
            .linear(Linear.of(Losses.negativeBinomial(1))
                    .penalty(Penalty.none())
                    .lambdas(Lambdas.of(0)))
            .folds(Folds.of(2))
            .holdout(0);

    /** Reference: {@code glm.nb(bikers ~ workingday + temp, control = glm.control(epsilon = 1e-14, maxit = 200))} of MASS. */
    @Test
    void withoutAPenaltyItIsGlmNb() {
        Table table = SharedData.table("bikeshare.csv");
        Dataset data = Dataset.of(table, "bikers").task(Task.COUNT);
        for (String column : table.names()) {
            data = column.equals("bikers") || column.equals("workingday") || column.equals("temp")
                    ? data
                    : data.with(Role.EXCLUDED, column);
        }
        Alternation found = Alternation.of(Checks.of(data), UNPENALISED, Progress.SILENT);
        assertThat(found.theta()).isCloseTo(1.0222939037078, within(1e-5));
        assertThat(found.checked().findings()).anyMatch(f -> f.code() == Code.DISPERSION_ESTIMATED);
        LinearModel model = found.plan().linear().at(0).fit(data);
        assertThat(model.intercepts().get(0)).isCloseTo(3.68155682200, within(1e-6));
        assertThat(model.coefficients().get(1).value()).isCloseTo(2.36259830661, within(1e-5));
    }

    @Test
    void countsLikePoissonsAreRefused() {
        Dataset data = Dataset.of(
                        Table.of(
                                NumericColumn.of(
                                        "x",
                                        IntStream.range(0, 40)
                                                .mapToDouble(i -> i * 7 % 11)
                                                .toArray()),
                                NumericColumn.of(
                                        "y",
                                        IntStream.range(0, 40)
                                                .mapToDouble(i -> 5 + i % 2)
                                                .toArray())),
                        "y")
                .task(Task.COUNT);
        assertThatThrownBy(() -> Alternation.of(Checks.of(data), UNPENALISED, Progress.SILENT))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("does not vary more than Poisson counts")
                .hasMessageContaining("--loss poisson");
    }
}

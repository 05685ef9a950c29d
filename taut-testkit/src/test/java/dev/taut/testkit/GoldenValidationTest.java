package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.Linear;
import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.fold.Folds;
import dev.taut.glmnet.Grid;
import dev.taut.loss.Losses;
import dev.taut.recipe.Targets;
import dev.taut.solver.Stopping;
import dev.taut.testkit.GoldenGlmnet.Path;
import dev.taut.testkit.GoldenGlmnet.Validation;
import dev.taut.tuning.CrossValidation;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Progress;
import dev.taut.tuning.Tuned;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Under glmnet's conventions Taut's cross-validation curve, and what the rules choose on it, are those of {@code cv.glmnet}. */
class GoldenValidationTest {
    private static final Percentage AGREES = Percentage.withPercentage(1e-4);

    static Stream<Path> validated() {
        return GoldenGlmnet.FILES.stream()
                .flatMap(file -> GoldenGlmnet.paths(file).stream())
                .filter(path -> path.validation().foldid().length > 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("validated")
    void curvesAgree(Path golden) {
        Validation expected = golden.validation();
        Tuned tuned = tuned(golden);
        CrossValidation found = tuned.validation();
        double factor = found.metric().name().equals("log-loss") ? 2 : 1; // a deviance is twice a log-loss

        assertThat(found.lambdas()).hasSameSizeAs(expected.lambda());
        for (int k = 0; k < expected.cvm().length; k++) {
            assertThat(factor * found.base(k)).as("cvm %s", k).isCloseTo(expected.cvm()[k], AGREES);
            assertThat(factor * found.baseError(k)).as("cvsd %s", k).isCloseTo(expected.cvsd()[k], AGREES);
        }
        assertThat(expected.lambda()[tuned.minimum()]).as("lambda.min").isEqualTo(expected.min());
        assertThat(expected.lambda()[tuned.oneStandardError()]).as("lambda.1se").isEqualTo(expected.oneStandardError());
    }

    private static Tuned tuned(Path golden) {
        Dataset data = data(golden);
        int folds = (int) Arrays.stream(golden.validation().foldid()).max().orElseThrow();
        Linear spec = Linear.of(Losses.named(golden.loss()))
                .penalty(golden.penalty())
                .standardize(golden.standardize())
                .intercept(golden.intercept())
                .stopping(Stopping.atGap(1e-14))
                .asGlmnet(new Grid(golden.nlambda(), golden.ratio(), new double[0], golden.dfmax()));
        FitPlan plan = FitPlan.standard().linear(spec).folds(Folds.of(folds)).holdout(0);
        return Tuned.of(spec, data, Targets.of(data), plan, Progress.SILENT);
    }

    /** A group of rows is a fold: as many groups as folds. */
    private static Dataset data(Path golden) {
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < golden.x().length; j++) {
            columns.add(NumericColumn.of("x" + (j + 1), golden.x()[j]));
        }
        columns.addAll(target(golden));
        columns.add(NumericColumn.of("fold", golden.validation().foldid()));
        if (golden.weights().length > 0) {
            columns.add(NumericColumn.of("w", golden.weights()));
        }
        if (golden.offset().length > 0) {
            columns.add(NumericColumn.of("o", golden.offset()));
        }
        Dataset data = Dataset.of(Table.of(columns.toArray(Column[]::new)), "y").with(Role.GROUP, "fold");
        data = golden.loss().equals("cox") ? data.event("event") : data;
        data = golden.weights().length > 0 ? data.weights("w") : data;
        data = golden.offset().length > 0 ? data.offset("o") : data;
        return Linear.of(Losses.named(golden.loss())).typed(data);
    }

    private static List<Column> target(Path golden) {
        double[] y = golden.y();
        int n = golden.x()[0].length;
        return switch (golden.loss()) {
            case "logistic", "multinomial" ->
                List.of(TextColumn.of(
                        "y", Arrays.stream(y).mapToObj(v -> "class " + (int) v).toList()));
            case "cox" ->
                List.of(
                        NumericColumn.of("y", Arrays.copyOf(y, n)),
                        NumericColumn.of("event", Arrays.copyOfRange(y, n, 2 * n)));
            default -> List.of(NumericColumn.of("y", y));
        };
    }
}

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
import dev.taut.tuning.CrossValidation;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Progress;
import dev.taut.tuning.Tuned;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@code cv.glmnet} 4.1-6 with its defaults says of real data, row i in fold (i − 1) mod 10 + 1: λ_max, λ.min with its mean,
 * standard error and non-zero coefficients, and λ.1se with its mean and non-zero coefficients.
 */
class CrossValidatedFilesTest {
    /** The figures are given to six digits. */
    private static final Percentage LAMBDA = Percentage.withPercentage(1e-3);

    /** glmnet converges to 1e-7 of the deviance by default. */
    private static final Percentage MEAN = Percentage.withPercentage(0.1);

    private static final Percentage ERROR = Percentage.withPercentage(1);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "diabetes.csv, squared, progression, '', 45.16, 0.826762, 2976.99, 211.3, 8, 7.71041, 3180.68, 4",
        "prostate.csv, squared, lpsa, train, 0.843427, 0.0356706, 0.536806, 0.07038, 7, 0.208923, 0.597249, 3",
        "glmnet_quickstart.csv, squared, y, '', 1.63076, 0.0689689, 1.02152, 0.08208, 10, 0.132276, 1.0946, 8",
        "glmnet_binomial.csv, logistic, y, '', 0.240476, 0.0234948, 0.835258, 0.1426, 18, 0.0595678, 0.964277, 12",
        "glmnet_poisson.csv, poisson, y, '', 12.2264, 0.0348212, 1.02386, 0.06435, 16, 0.223833, 1.07838, 7",
        "glmnet_cox.csv.gz, cox, time, '', 0.236759, 0.0192043, 13.0713, 0.08952, 14, 0.0534371, 13.1484, 10",
        "saheart.csv, logistic, chd, '', 0.17746, 0.00750519, 1.06622, 0.04062, 7, 0.0482439, 1.10455, 5",
        "nki70_survival.csv, cox, time, Diam N ER Grade Age, "
                + "0.207735, 0.0986908, 10.6333, 0.6418, 4, 0.207735, 10.8683, 0"
    })
    void curvesAgree(
            String file,
            String loss,
            String target,
            String excluded,
            double lambdaMax,
            double minimum,
            double mean,
            double error,
            int active,
            double oneStandardError,
            double itsMean,
            int itsActive) {
        Tuned tuned = tuned(file, loss, target, List.of(excluded.split(" ")));
        CrossValidation found = tuned.validation();
        double factor = found.metric().name().equals("log-loss") ? 2 : 1; // a deviance is twice a log-loss
        int min = tuned.minimum();
        int one = tuned.oneStandardError();

        assertThat(found.lambdas()[0]).as("λ max").isCloseTo(lambdaMax, Percentage.withPercentage(0.01));
        assertThat(found.lambdas()[min]).as("λ.min").isCloseTo(minimum, LAMBDA);
        assertThat(factor * found.base(min)).as("mean").isCloseTo(mean, MEAN);
        assertThat(factor * found.baseError(min)).as("standard error").isCloseTo(error, ERROR);
        assertThat(tuned.knot(min).coefficients().active()).as("active").isEqualTo(active);
        assertThat(found.lambdas()[one]).as("λ.1se").isCloseTo(oneStandardError, LAMBDA);
        assertThat(factor * found.base(one)).as("mean at λ.1se").isCloseTo(itsMean, MEAN);
        assertThat(tuned.knot(one).coefficients().active())
                .as("active at λ.1se")
                .isEqualTo(itsActive);
    }

    private static Tuned tuned(String file, String loss, String target, List<String> excluded) {
        Linear spec = Linear.of(Losses.named(loss)).asGlmnet(Grid.DEFAULT);
        Dataset data = spec.typed(data(SharedFiles.csv(file), loss, target, excluded));
        FitPlan plan = FitPlan.standard().linear(spec).folds(Folds.of(10)).holdout(0);
        return Tuned.of(spec, data, Targets.of(data), plan, Progress.SILENT);
    }

    /** A group of rows is a fold: as many groups as folds. */
    private static Dataset data(Map<String, String[]> csv, String loss, String target, List<String> excluded) {
        String event = csv.containsKey("event") ? "event" : "status";
        List<Column> columns = new ArrayList<>();
        csv.forEach((name, cells) -> {
            if (name.equals(target) && loss.equals("logistic")) {
                columns.add(TextColumn.of(name, List.of(cells)));
            } else if (!excluded.contains(name)) {
                columns.add(NumericColumn.of(
                        name,
                        Arrays.stream(cells)
                                .mapToDouble(CrossValidatedFilesTest::number)
                                .toArray()));
            }
        });
        int rows = csv.get(target).length;
        columns.add(NumericColumn.of(
                "fold", IntStream.range(0, rows).mapToDouble(i -> i % 10).toArray()));
        Dataset data =
                Dataset.of(Table.of(columns.toArray(Column[]::new)), target).with(Role.GROUP, "fold");
        return loss.equals("cox") ? data.event(event) : data;
    }

    /** A family history is present or absent. */
    private static double number(String cell) {
        return cell.equals("Present") ? 1 : cell.equals("Absent") ? 0 : Double.parseDouble(cell);
    }
}

package dev.taut.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.Linear;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.path.Lambdas;
import dev.taut.recipe.Interactions;
import dev.taut.recipe.Recipe;
import dev.taut.study.Study;
import dev.taut.tuning.FitPlan;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The chapter about columns that act together. */
class InteractionReportTest {
    private static String page(double together, Interactions interactions) {
        SplittableRandom random = new SplittableRandom(3);
        double[] a = new double[150];
        double[] b = new double[150];
        double[] y = new double[150];
        for (int i = 0; i < y.length; i++) {
            a[i] = random.nextGaussian();
            b[i] = random.nextGaussian();
            y[i] = a[i] + b[i] + together * a[i] * b[i] + random.nextGaussian();
        }
        Dataset data =
                Dataset.of(Table.of(NumericColumn.of("a", a), NumericColumn.of("b", b), NumericColumn.of("y", y)), "y");
        Linear linear = Linear.regression()
                .lambdas(Lambdas.grid(30, 1e-3))
                .recipe(Recipe.standard().interactions(interactions));
        return Report.html(Study.fit(data, FitPlan.standard().linear(linear)).run());
    }

    @Test
    void pairsThatEnteredStandWithTheirGainOnTheSameFolds() {
        assertThat(page(1, Interactions.auto()))
                .contains(
                        "id=\"interactions\"",
                        "1 pair of columns entered with its products; the main effects of every pair that enters are"
                                + " never penalised",
                        "On the same folds RMSE is",
                        "They help.",
                        "a:b");
    }

    @Test
    void whatResidualsSuggestIsSaidEvenIfNobodyAsked() {
        assertThat(page(1, Interactions.none())).contains("Its residuals suggest that a:b acts together");
        assertThat(page(0, Interactions.none())).contains("its residuals give no reason to doubt that");
        assertThat(page(0, Interactions.auto())).contains("No pair of columns entered");
    }
}

package dev.taut.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.Linear;
import dev.taut.LinearPath;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.fold.Folds;
import dev.taut.fold.Split;
import dev.taut.path.Knot;
import dev.taut.path.Lambdas;
import dev.taut.recipe.Targets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NestedTest {
    private static final Linear SPEC = Linear.regression().lambdas(Lambdas.grid(20, 0));
    private static final FitPlan PLAN =
            FitPlan.standard().linear(SPEC).folds(Folds.of(4).seed(9)).rule(Rule.MINIMUM);

    private static Dataset data(int rows, int columns, double signal) {
        Random random = new Random(11);
        NumericColumn[] table = new NumericColumn[columns + 1];
        double[] y = new double[rows];
        for (int j = 0; j < columns; j++) {
            double[] x = new double[rows];
            for (int i = 0; i < rows; i++) {
                x[i] = random.nextGaussian();
                y[i] += j == 0 ? signal * x[i] : 0;
            }
            table[j] = NumericColumn.of("x" + j, x);
        }
        for (int i = 0; i < rows; i++) {
            y[i] += random.nextGaussian();
        }
        table[columns] = NumericColumn.of("y", y);
        return Dataset.of(Table.of(table), "y");
    }

    private static Nested nested(Dataset data, FitPlan plan) {
        FoldedData folded = new FoldedData(SPEC, data, Targets.of(data), plan, 1);
        return Nested.of(List.of(SPEC), folded, plan, List.of(plan.rule()), Progress.SILENT)
                .get(0);
    }

    /** An outer fold by hand: tuned on its training rows alone, squared error on its test rows. */
    @Test
    void anOuterFoldIsTunedWithoutItsTestRows() {
        Dataset data = data(60, 5, 2);
        Nested nested = nested(data, PLAN);
        Split split = PLAN.folds().plan(data).splits().get(0).get(1);
        Tuned tuned = Tuned.of(SPEC, data.rows(split.train()), Targets.of(data), PLAN, Progress.SILENT);
        LinearPath path = tuned.path();
        Knot knot = tuned.knot(tuned.chosen());
        Dataset test = data.rows(split.test());
        double[] means = path.means(path.path().raw(knot), path.recipe().encode(test.table()), test);
        double[] y = ((NumericColumn) test.target()).values();
        double loss = 0;
        for (int i = 0; i < y.length; i++) {
            loss += (y[i] - means[i]) * (y[i] - means[i]) / y.length;
        }
        assertThat(nested.lambdas().get(1)).isEqualTo(knot.lambda());
        assertThat(nested.losses().losses()[1]).isCloseTo(loss, within(1e-9));
    }

    /** Of many noise features the curve at its own choice is too good on average, the nested estimate is not. */
    @Test
    void theCurveAtItsOwnChoiceIsOptimistic() {
        Dataset data = data(40, 60, 0);
        Tuned tuned = Tuned.of(SPEC, data, Targets.of(data), PLAN, Progress.SILENT);
        assertThat(nested(data, PLAN).losses().mean())
                .isGreaterThanOrEqualTo(tuned.validation().mean(tuned.chosen()));
    }

    @Test
    void threadsChangeNothing() {
        Dataset data = data(40, 5, 1);
        assertThat(nested(data, PLAN.threads(3)).losses().losses())
                .isEqualTo(nested(data, PLAN.threads(1)).losses().losses());
    }
}

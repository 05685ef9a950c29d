package dev.taut.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.Linear;
import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.fold.Folds;
import dev.taut.path.Lambdas;
import dev.taut.penalty.Penalty;
import dev.taut.recipe.Targets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Penalties tuned on the same rows are tuned as if each were alone. */
class FoldedDataTest {
    private static final int ROWS = 120;
    private static final List<Penalty> PENALTIES = List.of(
            Penalty.lasso(),
            Penalty.elasticNet(0.5),
            Penalty.ridge(),
            Penalty.none(),
            Penalty.lasso().free("x1"));

    private static Dataset data(boolean category) {
        Random random = new Random(3);
        double[][] x = IntStream.range(0, 6)
                .mapToObj(j -> random.doubles(ROWS).toArray())
                .toArray(double[][]::new);
        double[] y = IntStream.range(0, ROWS)
                .mapToDouble(i -> x[0][i] - 2 * x[1][i] + random.nextGaussian())
                .toArray();
        Column[] columns = new Column[category ? 8 : 7];
        for (int j = 0; j < 6; j++) {
            columns[j] = NumericColumn.of("x" + j, x[j]);
        }
        columns[6] = NumericColumn.of("y", y);
        if (category) {
            columns[7] = TextColumn.of(
                    "kind", IntStream.range(0, ROWS).mapToObj(i -> "k" + i % 3).toList());
        }
        return Dataset.of(Table.of(columns), "y");
    }

    private static void asAlone(Linear spec, Dataset data, Folds folds) {
        FitPlan plan = FitPlan.standard().linear(spec).folds(folds);
        FoldedData shared = new FoldedData(spec, data, Targets.of(data), plan, PENALTIES.size());
        for (Penalty penalty : PENALTIES) {
            Linear own = spec.penalty(penalty).lambdas(Lambdas.grid(15, 1e-3));
            Tuned together = Tuned.of(own, shared, plan, Progress.SILENT);
            Tuned alone = Tuned.of(own, data, Targets.of(data), plan, Progress.SILENT);
            assertThat(together.path().path().knots())
                    .isEqualTo(alone.path().path().knots());
            assertThat(together.validation().how())
                    .startsWith(alone.validation().how());
            for (int f = 0; f < alone.validation().all().size(); f++) {
                assertThat(together.validation().all().get(f).test())
                        .containsExactly(alone.validation().all().get(f).test());
            }
        }
    }

    @Test
    void numbersAlone() {
        asAlone(Linear.regression(), data(false), Folds.of(5));
    }

    /** Without a penalty a category is encoded otherwise, and nothing but the folds is shared. */
    @Test
    void categories() {
        asAlone(Linear.regression(), data(true), Folds.of(5));
    }

    @Test
    void repeats() {
        asAlone(Linear.regression(), data(false), Folds.of(4).repeats(3));
    }

    @Test
    void otherLosses() {
        Dataset data = data(false);
        double[] y = ((NumericColumn) data.table().column("y")).values();
        Column[] columns = data.table().columns().toArray(Column[]::new);
        for (int c = 0; c < columns.length; c++) {
            columns[c] = columns[c].name().equals("y")
                    ? NumericColumn.of(
                            "y",
                            java.util.Arrays.stream(y).map(v -> v > 0 ? 1 : 0).toArray())
                    : columns[c];
        }
        asAlone(Linear.logistic(), Linear.logistic().typed(Dataset.of(Table.of(columns), "y")), Folds.of(4));
    }
}

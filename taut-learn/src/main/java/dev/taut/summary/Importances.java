package dev.taut.summary;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.Table;
import dev.taut.fold.Seeds;
import dev.taut.run.KernelSummary.Importance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How much worse predictions of held-out rows get when a column's values are dealt anew (Breiman 2001). */
final class Importances {
    private static final int DEALS = 5;

    private Importances() {}

    /** The columns that the model uses, the one that matters most first. */
    static List<Importance> of(Dataset rows, ToDoubleFunction<Dataset> error, long seed) {
        double whole = error.applyAsDouble(rows);
        List<Importance> found = new ArrayList<>();
        for (Column column : rows.features()) {
            Seeds.Draws draws = Seeds.of(seed).child("importance").stream(column.name());
            double sum = 0;
            for (int deal = 0; deal < DEALS; deal++) {
                sum += error.applyAsDouble(dealt(rows, column, draws)) - whole;
            }
            found.add(new Importance(column.name(), sum / DEALS));
        }
        found.sort(Comparator.comparingDouble((Importance i) -> -i.increase()).thenComparing(Importance::column));
        return found;
    }

    private static Dataset dealt(Dataset rows, Column column, Seeds.Draws draws) {
        int[] order = draws.permutation(rows.rows());
        Table shuffled = Table.of(column).rows(order);
        return rows.on(rows.table().with(shuffled.column(column.name())));
    }
}

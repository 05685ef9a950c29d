package dev.taut.knockoff;

import dev.taut.Linear;
import dev.taut.LinearPath;
import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.Table;
import dev.taut.fold.Folds;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.recipe.Targets;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Progress;
import dev.taut.tuning.Rule;
import dev.taut.tuning.Tuned;
import java.util.ArrayList;
import java.util.List;

/** One fit to columns and copies together, on rows with the same target, weights and offset. */
final class Contest {
    private static final int FOLDS = 10;

    private final Linear linear;
    private final Dataset data;
    private final int columns;
    private final String prefix;

    Contest(Linear linear, Dataset original, Copies copies) {
        this.linear = linear;
        this.columns = copies.columns().count();
        this.prefix = prefix(original.table());
        this.data = data(original, copies);
    }

    /** With which no name of the table begins. */
    private static String prefix(Table table) {
        String prefix = "x";
        while (begins(table, prefix)) {
            prefix += "x";
        }
        return prefix;
    }

    private static boolean begins(Table table, String prefix) {
        return table.names().stream().anyMatch(name -> name.startsWith(prefix));
    }

    private Dataset data(Dataset original, Copies copies) {
        List<Column> all = new ArrayList<>();
        for (int j = 0; j < columns; j++) {
            all.add(NumericColumn.of(prefix + j, copies.columns().values()[j]));
        }
        for (int j = 0; j < columns; j++) {
            all.add(NumericColumn.of(prefix + (columns + j), copies.copies()[j]));
        }
        List<Column> others = original.table().columns().stream()
                .filter(c -> original.role(c.name()) != Role.FEATURE && original.role(c.name()) != Role.EXCLUDED)
                .toList();
        all.addAll(others);
        Dataset made = Dataset.of(Table.of(all.toArray(Column[]::new)), original.targetName());
        for (Column column : others) {
            made = made.with(original.role(column.name()), column.name());
        }
        return made.categorical(original.categorical().toArray(String[]::new)).task(original.task());
    }

    /** What columns reach, then what copies reach. */
    double[] reached(Statistic statistic, long seed, int threads, Progress progress) {
        return statistic == Statistic.ENTRY ? entries() : sizes(seed, threads, progress);
    }

    private double[] entries() {
        LambdaPath path = linear.path(data, Targets.of(data), Observer.SILENT).path();
        double[] entries = new double[2 * columns];
        int[] places = places(path);
        for (Knot knot : path) {
            Coefficients coefficients = knot.coefficients();
            for (int k = 0; k < coefficients.active(); k++) {
                int place = places[coefficients.coordinate(k) % coefficients.columns()];
                entries[place] = Math.max(entries[place], knot.lambda());
            }
        }
        return entries;
    }

    private double[] sizes(long seed, int threads, Progress progress) {
        FitPlan plan = FitPlan.standard()
                .linear(linear)
                .folds(Folds.of(FOLDS).seed(seed))
                .rule(Rule.MINIMUM)
                .holdout(0)
                .seed(seed)
                .threads(threads);
        Dataset rows = plan.folds().roles(data);
        Tuned tuned = Tuned.of(linear, rows, Targets.of(rows), plan, progress);
        LinearPath path = tuned.path();
        Coefficients coefficients = tuned.knot(tuned.chosen()).coefficients();
        double[] sizes = new double[2 * columns];
        int[] places = places(path.path());
        for (int k = 0; k < coefficients.active(); k++) {
            sizes[places[coefficients.coordinate(k) % coefficients.columns()]] += Math.abs(coefficients.value(k));
        }
        return sizes;
    }

    /** Of each column of a design, its number among columns and copies. */
    private int[] places(LambdaPath path) {
        return path.features().list().stream()
                .mapToInt(feature -> Integer.parseInt(feature.name().substring(prefix.length())))
                .toArray();
    }
}

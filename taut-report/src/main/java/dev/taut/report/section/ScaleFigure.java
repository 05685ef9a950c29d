package dev.taut.report.section;

import dev.taut.report.markup.Figure;
import dev.taut.report.markup.Grid;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Words;
import dev.taut.run.DataSummary.ColumnSummary;
import java.util.Comparator;
import java.util.List;

/** Why scaling matters: the standard deviations of the numeric features on one log axis. */
final class ScaleFigure {
    private static final int SHOWN = 100;

    private ScaleFigure() {}

    static Markup of(Facts facts) {
        List<ColumnSummary> numeric = facts.run().data().columns().stream()
                .filter(c -> c.role().equals("feature"))
                .filter(c -> c.statistics().sd().orElse(0) > 0)
                .sorted(Comparator.comparingDouble(
                        (ColumnSummary c) -> -c.statistics().sd().orElse(0)))
                .toList();
        if (numeric.size() < 2) {
            return Markup.NONE;
        }
        ColumnSummary wide = numeric.get(0);
        ColumnSummary narrow = numeric.get(numeric.size() - 1);
        double fold =
                wide.statistics().sd().orElse(1) / narrow.statistics().sd().orElse(1);
        boolean standardized = facts.run().objective().standardize();
        Grid grid = Grid.of("Standard deviation of each numeric feature")
                .words("column")
                .number("standard deviation")
                .number("mean");
        numeric.stream()
                .limit(SHOWN)
                .forEach(c -> grid.row(
                        c.name(),
                        Numbers.three(c.statistics().sd()),
                        Numbers.three(c.statistics().mean())));
        return new Figure(
                        "scale",
                        title(Words.brief(wide.name()), Words.brief(narrow.name()), fold, standardized),
                        "Standard deviation of each numeric column, logarithmic. A penalty compares coefficients, and a"
                                + " coefficient is large merely because its column is narrow; "
                                + (standardized
                                        ? "so every column was divided by its own standard deviation first, within each fold."
                                        : "these columns were not scaled, so the penalty falls harder on narrow ones."),
                        "Bars of the standard deviations, widest " + Words.brief(wide.name()) + ", narrowest "
                                + Words.brief(narrow.name()),
                        grid.markup())
                .markup();
    }

    private static String title(String wide, String narrow, double fold, boolean standardized) {
        if (fold < 3) {
            return "The columns have similar spreads: scaling changes little here";
        }
        String spread = wide + " spreads " + Numbers.significant(fold, fold < 10 ? 2 : (int) Math.log10(fold) + 1)
                + " times as wide as " + narrow;
        return standardized
                ? spread + ": without scaling the penalty would compare unlike with unlike"
                : spread + ", and the columns were not scaled";
    }
}

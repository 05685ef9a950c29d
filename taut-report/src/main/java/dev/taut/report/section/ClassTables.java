package dev.taut.report.section;

import dev.taut.report.markup.Grid;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Tag;
import dev.taut.report.markup.Words;
import dev.taut.run.Holdout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Per-class figures and the confusion matrix, a table that is its own chart. */
final class ClassTables {
    private ClassTables() {}

    static Markup of(Facts facts, Holdout holdout) {
        if (!facts.classifies()) {
            return Markup.NONE;
        }
        return Markup.of(confusion(holdout), classes(holdout));
    }

    private static Markup classes(Holdout holdout) {
        if (holdout.classes().isEmpty()) {
            return Markup.NONE;
        }
        Grid grid = Grid.of("Figures per class")
                .words("class")
                .number("rows")
                .number("precision")
                .number("recall")
                .number("F1");
        holdout.classes()
                .forEach(c -> grid.row(
                        c.name(),
                        Numbers.count(c.rows()),
                        Numbers.fixed(c.precision(), 3),
                        Numbers.fixed(c.recall(), 3),
                        Numbers.fixed(c.f1(), 3)));
        return Markup.of(new Markup("<h3>Per class</h3>"), grid.markup());
    }

    private static Markup confusion(Holdout holdout) {
        List<List<Integer>> counts = holdout.confusion();
        if (counts.isEmpty() || counts.size() != holdout.classes().size()) {
            return Markup.NONE;
        }
        Grid grid = Grid.of("Confusion matrix: rows are actual classes, columns predicted ones")
                .words("actual ↓   predicted →");
        holdout.classes().forEach(c -> grid.number(c.name()));
        int right = 0;
        int all = 0;
        for (int i = 0; i < counts.size(); i++) {
            List<Markup> cells = new ArrayList<>();
            cells.add(Markup.text(holdout.classes().get(i).name()));
            int sum = counts.get(i).stream().mapToInt(Integer::intValue).sum();
            for (int j = 0; j < counts.get(i).size(); j++) {
                int count = counts.get(i).get(j);
                cells.add(cell(count, sum, i == j));
                all += count;
                right += i == j ? count : 0;
            }
            grid.row("", cells);
        }
        return Tag.of("div", "confusion")
                .holding(
                        Tag.of("h3")
                                .holding(Numbers.count(right) + " of " + Words.count(all, "row")
                                        + " get their own class"),
                        grid.markup(),
                        Tag.of("p", "caption")
                                .holding(
                                        "Rows are actual classes, columns predicted ones; the fuller the bar, the larger the"
                                                + " share of the row."));
    }

    private static Markup cell(int count, int rowSum, boolean hit) {
        String share = String.format(Locale.ROOT, "--share:%.3f", rowSum == 0 ? 0 : count / (double) rowSum);
        return Tag.of("span", hit ? "cell hit" : "cell").with("style", share).holding(Numbers.count(count));
    }
}

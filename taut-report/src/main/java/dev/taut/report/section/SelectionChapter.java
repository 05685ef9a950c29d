package dev.taut.report.section;

import dev.taut.report.markup.Figure;
import dev.taut.report.markup.Grid;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Tag;
import dev.taut.report.markup.Words;
import dev.taut.run.Selection;
import dev.taut.run.StabilitySummary;
import java.util.List;

/** Features selected with a promise about false ones. */
final class SelectionChapter {
    private static final int NAMES = 8;

    private SelectionChapter() {}

    static Chapter of(Facts facts) {
        return new Chapter(
                "selection",
                "Selected features",
                facts.run().selection().map(SelectionChapter::content).orElse(Markup.NONE));
    }

    /** The sentence that opens the report. */
    static String verdict(Selection selection, String target) {
        List<String> names = selection.selected();
        String what = names.isEmpty()
                ? "No feature is selected for " + target
                : Words.capital(Words.spelled(names.size(), "feature")) + (names.size() == 1 ? " is" : " are")
                        + " selected for " + target + ": " + Words.list(names, NAMES);
        return what + "; " + selection.promise() + ".";
    }

    private static Markup content(Selection selection) {
        return Markup.of(
                Chapter.paragraph("What is promised: " + selection.promise() + "."),
                Chapter.paragraph("It rests on this: " + String.join("; ", selection.assumptions()) + "."),
                selection.stability().map(SelectionChapter::stability).orElse(Markup.NONE));
    }

    private static Markup stability(StabilitySummary stability) {
        long selected =
                stability.rows().stream().filter(StabilitySummary.Row::selected).count();
        String title = selected == 0
                ? "No feature is selected by enough halves of the rows"
                : Words.capital(Words.spelled((int) selected, "feature")) + (selected == 1 ? " is" : " are")
                        + " selected by at least " + Numbers.percent(stability.threshold()) + " of the halves";
        String caption = "One line per feature: the share of " + Numbers.count(2L * stability.pairs())
                + " halves of the rows that select it while the penalty weakens from left to right. A half selects the first"
                + " features that enter its path, at most " + stability.budget() + ". Lines in colour end above the"
                + " threshold.";
        return Markup.of(
                new Figure("stability", title, caption, title, Markup.NONE).markup(),
                table(stability),
                swaps(stability),
                Chapter.note(Words.capital(stability.plan()) + "."));
    }

    private static Markup table(StabilitySummary stability) {
        Grid grid = Grid.of("How often features are selected")
                .words("feature")
                .number("share of halves")
                .words("verdict");
        stability
                .rows()
                .forEach(row -> grid.row(
                        row.selected() ? "chosen" : "",
                        List.of(
                                Markup.text(row.feature()),
                                Markup.text(Numbers.percent(row.frequency())),
                                Markup.text(row.selected() ? "selected" : ""))));
        return grid.isEmpty() ? Markup.NONE : grid.markup();
    }

    private static Markup swaps(StabilitySummary stability) {
        if (stability.swaps().isEmpty()) {
            return Markup.NONE;
        }
        Grid grid = Grid.of("Features that take each other's place")
                .words("feature")
                .words("partner")
                .number("correlation")
                .number("either")
                .number("both");
        stability
                .swaps()
                .forEach(swap -> grid.row(
                        swap.first(),
                        swap.second(),
                        Numbers.fixed(swap.correlation(), 2),
                        Numbers.percent(swap.either()),
                        Numbers.percent(swap.both())));
        return Markup.of(
                Tag.of("h3").holding("Features that take each other's place"),
                grid.markup(),
                Chapter.note("Correlated features of which a half selects one or the other, seldom both: each alone"
                        + " looks less stable than the two together are."));
    }
}

package dev.taut.report.section;

import dev.taut.report.markup.Grid;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Words;
import dev.taut.run.InteractionSummary;
import dev.taut.run.InteractionSummary.GainRow;
import dev.taut.run.InteractionSummary.PairRow;
import java.util.List;

/** Columns that act together: which pairs entered and what they gained, or which ones the residuals ask for. */
final class InteractionsChapter {
    private InteractionsChapter() {}

    static Chapter of(Facts facts) {
        return new Chapter(
                "interactions",
                "Interactions",
                facts.run().interactions().map(InteractionsChapter::content).orElse(Markup.NONE));
    }

    private static Markup content(InteractionSummary summary) {
        return Markup.of(
                Chapter.paragraph(verdict(summary)),
                summary.gain()
                        .map(gain -> Chapter.paragraph(gained(summary, gain)))
                        .orElse(Markup.NONE),
                table(summary),
                Chapter.note(looked(summary)));
    }

    private static long entered(InteractionSummary summary) {
        return summary.tests().stream().filter(PairRow::entered).count();
    }

    private static String verdict(InteractionSummary summary) {
        if (entered(summary) > 0) {
            return Words.count(entered(summary), "pair") + " of columns entered with "
                    + (entered(summary) == 1 ? "its" : "their") + " products; " + summary.how() + ".";
        }
        if (!summary.kind().equals("none")) {
            return "No pair of columns entered: no product explains what the main effects leave, once it is counted how many"
                    + " were tried.";
        }
        List<PairRow> clear =
                summary.tests().stream().filter(t -> t.adjusted() < 0.05).toList();
        return clear.isEmpty()
                ? "The model is a sum of effects of single columns, and its residuals give no reason to doubt that."
                : "The model is a sum of effects of single columns. Its residuals suggest that "
                        + Words.list(clear.stream().map(PairRow::pair).toList(), 3)
                        + (clear.size() == 1 ? " acts" : " act") + " together; --interactions auto tries it.";
    }

    private static String gained(InteractionSummary summary, GainRow gain) {
        String figures = "On the same folds " + Facts.metric(gain.metric()) + " is " + Numbers.three(gain.with())
                + " with interactions and " + Numbers.three(gain.without()) + " without: a gain of "
                + Numbers.three(gain.gain()) + " (95 % interval " + Numbers.three(gain.low()) + " to "
                + Numbers.three(gain.high()) + "). ";
        if (gain.low() > 0) {
            return figures + "They help.";
        }
        return figures
                + (gain.high() < 0
                        ? entered(summary) > 0
                                ? "They harm; leave them out."
                                : "What single folds found by chance costs that much."
                        : entered(summary) == 0
                                ? ""
                                : "The folds cannot tell the two apart; the simpler model is without them.");
    }

    private static Markup table(InteractionSummary summary) {
        Grid grid = Grid.of("Pairs of columns")
                .words("pair")
                .words("entered")
                .number("columns")
                .number("p")
                .number("p × pairs")
                .number("standardized")
                .number("in folds");
        for (PairRow row : summary.tests()) {
            boolean tested = !Double.isNaN(row.p());
            grid.row(
                    row.pair(),
                    row.entered() ? "yes" : "no",
                    row.entered() ? Numbers.count(row.columns()) : "",
                    tested ? Numbers.three(row.p()) : "",
                    tested ? Numbers.three(row.adjusted()) : "",
                    row.entered() ? Numbers.three(row.standardized()) : "",
                    row.entered() ? Numbers.percent(row.selected()) : "");
        }
        return grid.isEmpty() ? Markup.NONE : grid.markup();
    }

    private static String looked(InteractionSummary summary) {
        if (summary.pairs() == 0) {
            return "The loss has no residual for each row, so that pairs could not be tested.";
        }
        return "Looked at: " + Words.count(summary.pairs(), "pair") + " and squares of "
                + Numbers.count(summary.considered())
                + " of " + Words.count(summary.eligible(), "column") + ", on "
                + Words.count(summary.rows(), "training row")
                + ". p is that of a score test after the main effects: how often so strong a pattern in the residuals would"
                + " come by chance. Inside every fold the pairs are looked for again, so that the folds judge the search as"
                + " well.";
    }
}

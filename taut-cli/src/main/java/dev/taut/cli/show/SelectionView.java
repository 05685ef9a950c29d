package dev.taut.cli.show;

import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.TextTable;
import dev.taut.cli.terminal.Wrap;
import dev.taut.finding.Wording;
import dev.taut.run.Run;
import dev.taut.run.Selection;
import dev.taut.run.StabilitySummary;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A selection as a user reads it.
 *
 * @param run      what is shown
 * @param console  where
 * @param markdown whether tables are Markdown
 * @param all      whether features far below the threshold are shown too, and how the halves were computed is said
 */
public record SelectionView(Run run, Console console, boolean markdown, boolean all) {
    private static final int SHOWN = 15;
    private static final int SWAPS = 5;

    public void print() {
        run.selection().ifPresent(this::print);
    }

    private void print(Selection selection) {
        console.result("");
        selection.stability().ifPresent(this::stability);
        say("selected: " + (selection.selected().isEmpty() ? "none" : String.join(", ", selection.selected())));
        say("promise: " + selection.promise());
        say("if: " + String.join("; ", selection.assumptions()));
        selection.stability().ifPresent(this::swaps);
        console.result("");
    }

    private void say(String text) {
        Wrap.lines("  " + text, Console.WIDTH, "    ").forEach(console::result);
    }

    private void stability(StabilitySummary stability) {
        say(run.objective().penalty() + " on " + Wording.count(stability.pairs(), "pair", "pairs")
                + " of halves of the rows; a half selects the first features to enter, at most "
                + stability.budget() + " of " + Wording.count(stability.features())
                + " (" + Numbers.brief(stability.meanSelected()) + " on average)");
        if (stability.unfitted() > 0) {
            say(Wording.count(stability.unfitted(), "half", "halves") + " could not be fitted and selected nothing");
        }
        console.result("");
        TextTable table = new TextTable("feature", ">halves", "");
        List<StabilitySummary.Row> rows = stability.rows();
        long selected = rows.stream().filter(StabilitySummary.Row::selected).count();
        int shown = all ? rows.size() : (int) Math.min(rows.size(), Math.max(selected, SHOWN));
        rows.subList(0, shown)
                .forEach(row -> table.row(
                        row.feature(),
                        Numbers.percent(OptionalDouble.of(row.frequency())),
                        row.selected() ? "selected" : ""));
        console.table(table, markdown);
        int never = stability.features() - rows.size();
        String rest = rows.size() > shown ? Wording.count(rows.size() - shown) + " more, less often; " : "";
        say(rest + "threshold " + Numbers.percent(OptionalDouble.of(stability.threshold()))
                + (never > 0 ? "; " + Wording.count(never, "feature", "features") + " never" : ""));
        console.result("");
        if (all) {
            say("computed by: " + stability.plan());
        }
    }

    private void swaps(StabilitySummary stability) {
        for (StabilitySummary.Swap swap :
                stability.swaps().subList(0, Math.min(SWAPS, stability.swaps().size()))) {
            say("swap: " + swap.first() + " and " + swap.second() + " (r = " + Numbers.fixed(swap.correlation(), 2)
                    + ") take each other's place: " + Numbers.percent(OptionalDouble.of(swap.either()))
                    + " of the halves select one of them, " + Numbers.percent(OptionalDouble.of(swap.both()))
                    + " both" + together(swap, stability));
        }
    }

    private static String together(StabilitySummary.Swap swap, StabilitySummary stability) {
        boolean alone = stability.rows().stream()
                .anyMatch(row -> row.selected()
                        && (row.feature().equals(swap.first()) || row.feature().equals(swap.second())));
        return swap.either() >= stability.threshold() && !alone
                ? "; one of the two matters, the rows cannot tell which"
                : "";
    }
}

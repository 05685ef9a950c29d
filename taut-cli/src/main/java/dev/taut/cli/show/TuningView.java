package dev.taut.cli.show;

import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.TextTable;
import dev.taut.cli.terminal.Wrap;
import dev.taut.finding.Wording;
import dev.taut.run.Run;
import dev.taut.run.Tuning;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A cross-validation curve as a user reads it.
 *
 * @param run      what is shown
 * @param console  where
 * @param markdown whether tables are Markdown
 * @param all      whether every λ is shown
 */
public record TuningView(Run run, Console console, boolean markdown, boolean all) {
    private static final int SHOWN = 12;

    /** The curve with its marks, and how to go on. */
    public void print() {
        run.tuning().ifPresent(this::print);
    }

    private void print(Tuning tuning) {
        List<Tuning.Point> points = tuning.points();
        TextTable table =
                new TextTable(">λ", ">active", ">train", ">" + Words.metric(tuning.metric()) + " over folds", "");
        int step = all ? 1 : Math.max(1, (points.size() - 1) / (SHOWN - 1));
        for (int k = 0; k < points.size(); k++) {
            String mark = mark(tuning, k);
            if (k % step == 0 || !mark.isEmpty()) {
                Tuning.Point point = points.get(k);
                table.row(
                        Numbers.brief(point.lambda()),
                        Numbers.fixed(point.active(), 1),
                        Numbers.brief(point.train()),
                        Numbers.plusMinus(OptionalDouble.of(point.mean()), OptionalDouble.of(point.standardError())),
                        mark);
            }
        }
        console.result("");
        console.result("  " + Words.chosen(run) + "; " + Wording.count(tuning.folds()) + " " + tuning.scheme()
                + " folds" + (tuning.repeats() > 1 ? " × " + Wording.count(tuning.repeats()) : ""));
        if (!run.objective().borrowed().isEmpty()) {
            Wrap.lines("  " + run.objective().borrowed(), Console.WIDTH, "    ").forEach(console::result);
        }
        console.result("");
        console.table(table, markdown);
        console.result("");
    }

    private static String mark(Tuning tuning, int k) {
        String mark = k == tuning.minimum() ? "min" : "";
        mark += k == tuning.oneStandardError() ? (mark.isEmpty() ? "1se" : ", 1se") : "";
        return k == tuning.chosen() ? (mark.isEmpty() ? "← chosen" : mark + " ← chosen") : mark;
    }
}

package dev.taut.cli.show;

import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.TextTable;
import dev.taut.cli.terminal.Wrap;
import dev.taut.finding.Wording;
import dev.taut.run.Run;
import dev.taut.run.Tuning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        List<String> headings = new ArrayList<>(
                List.of(">λ", ">active", ">train", ">" + Words.metric(tuning.metric()) + " over folds"));
        tuning.criterion().ifPresent(c -> headings.addAll(List.of(">" + c.name().toUpperCase(Locale.ROOT), ">df")));
        headings.add("");
        TextTable table = new TextTable(headings.toArray(String[]::new));
        int step = all ? 1 : Math.max(1, (points.size() - 1) / (SHOWN - 1));
        for (int k = 0; k < points.size(); k++) {
            String mark = mark(tuning, k);
            if (k % step == 0 || !mark.isEmpty()) {
                Tuning.Point point = points.get(k);
                List<String> cells = new ArrayList<>(List.of(
                        Numbers.brief(point.lambda()),
                        Numbers.fixed(point.active(), 1),
                        Numbers.brief(point.train()),
                        Numbers.plusMinus(OptionalDouble.of(point.mean()), OptionalDouble.of(point.standardError()))));
                int row = k;
                tuning.criterion()
                        .ifPresent(c -> cells.addAll(List.of(
                                Numbers.significant(c.values().get(row), 5),
                                Numbers.fixed(c.degrees().get(row), 1))));
                cells.add(mark);
                table.row(cells.toArray(String[]::new));
            }
        }
        console.result("");
        console.result("  " + Words.chosen(run) + "; " + Wording.count(tuning.folds()) + " " + tuning.scheme()
                + " folds" + (tuning.repeats() > 1 ? " × " + Wording.count(tuning.repeats()) : ""));
        Words.nested(run)
                .ifPresent(
                        text -> Wrap.lines("  " + text, Console.WIDTH, "    ").forEach(console::result));
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

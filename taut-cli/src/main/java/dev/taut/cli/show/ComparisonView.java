package dev.taut.cli.show;

import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.TextTable;
import dev.taut.cli.terminal.Wrap;
import dev.taut.finding.Wording;
import dev.taut.run.Comparison;
import dev.taut.run.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * Penalties compared, as a user reads it.
 *
 * @param run      what is shown
 * @param console  where
 * @param markdown whether tables are Markdown
 */
public record ComparisonView(Run run, Console console, boolean markdown) {
    /** The table and what follows from it. */
    public void print() {
        run.comparison().ifPresent(this::print);
    }

    private void print(Comparison comparison) {
        console.result("");
        Wrap.lines(
                        "  same " + Wording.count(comparison.folds())
                                + " folds for all; differences are paired against " + comparison.baseline()
                                + ", the simplest within noise of the best",
                        Console.WIDTH,
                        "  ")
                .forEach(console::result);
        console.result("");
        boolean held = comparison.rows().stream().anyMatch(row -> row.holdout().isPresent());
        List<String> headings = new ArrayList<>(
                List.of("penalty", ">λ", ">active", ">CV " + Words.metric(comparison.metric()), ">held-out"));
        headings.addAll(List.of(">difference", ""));
        if (!held) {
            headings.remove(">held-out");
        }
        TextTable table = new TextTable(headings.toArray(String[]::new));
        comparison.rows().forEach(row -> table.row(cells(row, held)));
        console.table(table, markdown);
        console.result("");
        comparison.rows().stream()
                .filter(ComparisonView::unfitted)
                .forEach(row -> console.result("  " + row.label() + ": " + row.verdict()));
        for (String advice : comparison.advice()) {
            Wrap.lines("  " + advice, Console.WIDTH, "  ").forEach(console::result);
        }
        console.result("");
    }

    private static boolean unfitted(Comparison.Row row) {
        return row.mean().isEmpty();
    }

    private static String[] cells(Comparison.Row row, boolean held) {
        boolean fitted = !unfitted(row);
        List<String> cells = new ArrayList<>();
        cells.add(row.label());
        cells.add(row.label().equals("none") ? "–" : Numbers.brief(row.lambda()));
        cells.add(fitted ? Wording.count(row.active()) : "–");
        cells.add(Numbers.plusMinus(row.mean(), row.standardError()));
        if (held) {
            cells.add(Numbers.brief(row.holdout()));
        }
        cells.add(Numbers.difference(row.difference(), row.differenceError(), row.mean()));
        cells.add(unfitted(row) ? "" : row.verdict());
        return cells.toArray(String[]::new);
    }
}

package dev.taut.cli.show;

import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.TextTable;
import dev.taut.cli.terminal.Wrap;
import dev.taut.finding.Wording;
import dev.taut.run.Comparison;
import dev.taut.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

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
        paragraph("same " + Wording.count(comparison.folds()) + " folds for all; " + comparison.how());
        console.result("");
        boolean held = comparison.rows().stream().anyMatch(row -> row.holdout().isPresent());
        List<String> headings = new ArrayList<>(List.of(
                "penalty",
                ">active",
                ">stable",
                ">CV " + Words.metric(comparison.metric()),
                ">held-out",
                ">minus " + comparison.baseline(),
                ""));
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
        comparison.rows().stream()
                .filter(row -> !unfitted(row) && joint(row))
                .forEach(row -> console.result("  " + row.label() + ": " + chosen(row)));
        for (String advice : comparison.advice()) {
            paragraph(advice);
        }
        console.result("");
    }

    private void paragraph(String text) {
        Wrap.lines("  " + text, Console.WIDTH, "  ").forEach(console::result);
    }

    private static boolean unfitted(Comparison.Row row) {
        return row.mean().isEmpty();
    }

    /** Whether there was more to choose than λ. */
    private static boolean joint(Comparison.Row row) {
        return row.label().equals("enet") || row.label().equals("relaxed");
    }

    private static String chosen(Comparison.Row row) {
        return row.chosen() + " was chosen, λ = " + Numbers.brief(row.lambda());
    }

    private static String[] cells(Comparison.Row row, boolean held) {
        boolean fitted = !unfitted(row);
        List<String> cells = new ArrayList<>();
        cells.add(row.label());
        cells.add(fitted ? Wording.count(row.active()) : "–");
        cells.add(row.sets()
                .map(Comparison.Sets::stability)
                .filter(OptionalDouble::isPresent)
                .map(v -> Numbers.fixed(v.getAsDouble(), 2))
                .orElse("–"));
        cells.add(Numbers.plusMinus(row.mean(), row.standardError()));
        if (held) {
            cells.add(Numbers.brief(row.holdout()));
        }
        cells.add(difference(row));
        cells.add(fitted && !row.verdict().equals("within noise") ? mark(row) : "");
        return cells.toArray(String[]::new);
    }

    private static String mark(Comparison.Row row) {
        return row.verdict().equals("reference") ? "" : row.verdict();
    }

    /** {@code +0.013 (-0.020, 0.041)}: the mean and its interval. */
    private static String difference(Comparison.Row row) {
        if (row.difference().isEmpty()) {
            return "–";
        }
        double mean = row.difference().getAsDouble();
        return (mean > 0 ? "+" : "") + Numbers.like(row.mean(), mean) + " ("
                + Numbers.like(row.mean(), row.low().orElse(Double.NaN)) + ", "
                + Numbers.like(row.mean(), row.high().orElse(Double.NaN)) + ")";
    }
}

package dev.taut.cli.show;

import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.TextTable;
import dev.taut.cli.terminal.Wrap;
import dev.taut.finding.Wording;
import dev.taut.run.Effect;
import dev.taut.run.Holdout;
import dev.taut.run.KernelSummary;
import dev.taut.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tuned kernel machine as a user reads it: what was chosen, how good it is, whether a straight line would do, and which columns
 * it hangs on.
 *
 * @param run      what is shown
 * @param console  where
 * @param markdown whether tables are Markdown
 */
public record KernelView(Run run, Console console, boolean markdown) {
    private static final int SHOWN = 20;

    /** Prints the block. */
    public void print() {
        run.kernel().ifPresent(this::print);
    }

    private void print(KernelSummary kernel) {
        console.result("");
        Wrap.lines("  " + chosen(kernel), Console.WIDTH, "    ").forEach(console::result);
        console.result("  " + Wording.count(kernel.supportVectors()) + " of "
                + Wording.count(run.data().trainRows(), "training row", "training rows") + " are support vectors");
        console.result("");
        figures();
        console.result("  does the kernel help?");
        console.result("");
        effect();
        console.result("  what was tried, on the same folds");
        console.result("");
        grid(kernel);
        importances(kernel);
    }

    private static String chosen(KernelSummary kernel) {
        String how = switch (kernel.rule()) {
            case "1se" -> " by the one-standard-error rule";
            case "min" -> " by the smallest cross-validated error";
            default -> " as given";
        };
        return kernel.kernel() + " kernel, C = " + Numbers.brief(kernel.c())
                + (kernel.kernel().equals("linear") ? "" : ", γ = " + Numbers.brief(kernel.gamma()))
                + (kernel.kernel().equals("poly") ? ", degree " + kernel.degree() : "")
                + (kernel.epsilon() > 0 ? ", ε = " + Numbers.brief(kernel.epsilon()) : "") + how
                + (kernel.calibrated() ? "; probabilities calibrated" : "");
    }

    private void figures() {
        TextTable table = new TextTable("error", ">cross-validated", ">held-out", ">no model");
        Optional<Effect.Row> tuned = run.effect().rows().stream()
                .filter(row -> row.label().equals("chosen"))
                .findFirst();
        for (Holdout.MetricRow metric : run.holdout().map(Holdout::metrics).orElse(List.of())) {
            String validated = metric.name().equals(run.effect().metric())
                    ? tuned.map(row -> Numbers.plusMinus(row.crossValidated(), row.standardError()))
                            .orElse("")
                    : "";
            table.row(
                    Words.metric(metric.name()),
                    validated,
                    Numbers.brief(metric.value()),
                    Numbers.brief(metric.noModel()));
        }
        show(table);
    }

    private void effect() {
        TextTable table = new TextTable(Words.metric(run.effect().metric()), ">train", ">cross-validated", ">held-out");
        for (Effect.Row row : run.effect().rows()) {
            table.row(
                    row.label().equals("linear") ? "linear kernel" : row.label(),
                    Numbers.brief(row.train()),
                    Numbers.plusMinus(row.crossValidated(), row.standardError()),
                    Numbers.brief(row.holdout()));
        }
        show(table);
        if (run.effect().lineServes()) {
            Wrap.lines(
                            "  a straight line does as well, within one standard error: without --kernel a linear model has"
                                    + " coefficients to read, and a proof",
                            Console.WIDTH,
                            "    ")
                    .forEach(console::result);
            console.result("");
        }
    }

    private void grid(KernelSummary kernel) {
        boolean powers = kernel.kernel().equals("poly");
        boolean widths = !kernel.kernel().equals("linear");
        List<String> headings = new ArrayList<>(List.of(">C"));
        if (widths) {
            headings.add(">γ");
        }
        if (powers) {
            headings.add(">degree");
        }
        headings.addAll(List.of(">" + Words.metric(run.effect().metric()) + " over folds", ""));
        TextTable table = new TextTable(headings.toArray(String[]::new));
        for (int k = 0; k < kernel.grid().size(); k++) {
            KernelSummary.Candidate candidate = kernel.grid().get(k);
            List<String> cells = new ArrayList<>(List.of(Numbers.brief(candidate.c())));
            if (widths) {
                cells.add(Numbers.brief(candidate.gamma()));
            }
            if (powers) {
                cells.add(String.valueOf(candidate.degree()));
            }
            cells.add(Numbers.plusMinus(
                    java.util.OptionalDouble.of(candidate.mean()),
                    java.util.OptionalDouble.of(candidate.standardError())));
            cells.add(k == kernel.chosen() ? "← chosen" : "");
            table.row(cells.toArray(String[]::new));
        }
        show(table);
    }

    private void importances(KernelSummary kernel) {
        if (kernel.importances().isEmpty()) {
            return;
        }
        console.result("  which columns matter? held out, each dealt anew among the rows");
        console.result("");
        TextTable table =
                new TextTable("column", ">" + Words.metric(run.effect().metric()) + " rises by");
        kernel.importances().stream().limit(SHOWN).forEach(i -> table.row(i.column(), Numbers.signed(i.increase())));
        show(table);
        if (kernel.importances().size() > SHOWN) {
            console.result("  … " + Wording.count(kernel.importances().size() - SHOWN) + " more in run.json");
            console.result("");
        }
    }

    private void show(TextTable table) {
        if (table.isEmpty()) {
            return;
        }
        console.table(table, markdown);
        console.result("");
    }
}

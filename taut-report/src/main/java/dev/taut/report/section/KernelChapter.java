package dev.taut.report.section;

import dev.taut.report.markup.Grid;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Words;
import dev.taut.run.KernelSummary;
import java.util.ArrayList;
import java.util.List;

/** What can be said of a kernel machine: its formula, what it remembers, what else was tried, which columns matter. */
final class KernelChapter {
    private KernelChapter() {}

    static Chapter of(Facts facts) {
        return new Chapter(
                "kernel",
                "Kernel machine",
                facts.run().kernel().map(kernel -> content(facts, kernel)).orElse(Markup.NONE));
    }

    private static Markup content(Facts facts, KernelSummary kernel) {
        return Markup.of(
                Chapter.paragraph(facts.run().objective().formula()),
                Chapter.paragraph(memory(facts, kernel)),
                Chapter.paragraph(
                        "A kernel machine has no coefficients: its prediction is a weighted sum of similarities to the"
                                + " support vectors. What can be measured instead is how much worse it predicts when the"
                                + " values of a column are dealt anew among the held-out rows; correlated columns stand in"
                                + " for each other and look less important than they are together."
                                + (kernel.calibrated()
                                        ? " Probabilities come from a logistic curve over decision values, fitted on inner"
                                                + " folds (Platt 2000)."
                                        : "")
                                + " LIBSVM stops at a violation of 1e-3, which is no certificate."),
                importances(facts, kernel),
                tried(facts, kernel));
    }

    /** The kernel with its numbers. */
    static String formula(KernelSummary kernel) {
        return switch (kernel.kernel()) {
            case "rbf" -> "exp(−γ‖x − z‖²)";
            case "poly" -> "(γ·xᵀz + " + Numbers.plain(kernel.constant()) + ")^" + kernel.degree();
            default -> "xᵀz";
        };
    }

    private static String memory(Facts facts, KernelSummary kernel) {
        int rows = facts.run().data().trainRows();
        double share = kernel.supportVectors() / (double) Math.max(1, rows);
        return Numbers.count(kernel.supportVectors()) + " of " + Words.count(rows, "training row") + " ("
                + Numbers.percent(share) + ") are support vectors: the rows on, within or beyond the margin, which the"
                + " model file holds."
                + (share > 0.9 ? " Nearly every row is remembered: try a smaller γ or a larger C." : "");
    }

    private static Markup importances(Facts facts, KernelSummary kernel) {
        if (kernel.importances().isEmpty()) {
            return Chapter.note("Without held-out rows it was not measured which columns matter.");
        }
        Grid grid = Grid.of("How much each column matters").words("column").number(facts.metric() + " rises by");
        kernel.importances().stream()
                .limit(60)
                .forEach(i -> grid.row(i.column(), Numbers.significant(i.increase(), 3)));
        return Markup.of(
                new Markup("<h3>Which columns matter</h3>"),
                grid.markup(),
                Chapter.note(
                        "Mean of five deals on held-out rows; around or below 0, the column does not matter there."));
    }

    private static Markup tried(Facts facts, KernelSummary kernel) {
        Grid grid = Grid.of("Every machine on the same folds")
                .number("C")
                .number("γ")
                .number("degree");
        grid.number(facts.metric()).number("standard error");
        for (int k = 0; k < kernel.grid().size(); k++) {
            KernelSummary.Candidate c = kernel.grid().get(k);
            List<Markup> cells = new ArrayList<>();
            cells.add(Markup.text(Numbers.three(c.c())));
            cells.add(Markup.text(kernel.kernel().equals("linear") ? Numbers.ABSENT : Numbers.three(c.gamma())));
            cells.add(Markup.text(kernel.kernel().equals("poly") ? Numbers.count(c.degree()) : Numbers.ABSENT));
            cells.add(Markup.text(Numbers.three(c.mean())));
            cells.add(Markup.text(Numbers.three(c.standardError())));
            grid.row(k == kernel.chosen() ? "chosen" : "", cells);
        }
        return Markup.of(new Markup("<h3>What was tried</h3>"), grid.markup());
    }
}

package dev.taut.report.section;

import dev.taut.report.markup.Figure;
import dev.taut.report.markup.Grid;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Tag;
import dev.taut.report.markup.Words;
import dev.taut.run.Comparison;
import dev.taut.run.Comparison.Row;
import java.util.Comparator;
import java.util.List;

/** Several penalties on the same folds. */
final class ComparisonChapter {
    private ComparisonChapter() {}

    static Chapter of(Facts facts) {
        return new Chapter(
                "penalties",
                "Penalties compared",
                facts.run()
                        .comparison()
                        .filter(c -> !c.rows().isEmpty())
                        .map(c -> content(facts, c))
                        .orElse(Markup.NONE));
    }

    private static Markup content(Facts facts, Comparison comparison) {
        String title = title(comparison);
        return Markup.of(
                new Figure(
                                "comparison",
                                title,
                                "Mean " + Facts.metric(comparison.metric()) + " over the same "
                                        + Words.count(comparison.folds(), "held-out fold")
                                        + " for all, with one standard"
                                        + " error; diamonds are the held-out rows. Overlapping bars do not mean no"
                                        + " difference: the table's differences are paired fold by fold.",
                                title,
                                Markup.NONE)
                        .markup(),
                table(facts, comparison),
                Tag.of("ul")
                        .holding(comparison.advice().stream()
                                .map(a -> Tag.of("li").holding(Markup.prose(a)))
                                .toList()));
    }

    private static String title(Comparison comparison) {
        List<Row> measured =
                comparison.rows().stream().filter(r -> r.mean().isPresent()).toList();
        if (measured.size() < 2) {
            return "Only one penalty could be measured";
        }
        Row best = measured.stream()
                .min(Comparator.comparingDouble(r -> r.mean().getAsDouble()))
                .orElseThrow();
        boolean apart = measured.stream().anyMatch(ComparisonChapter::differs);
        return apart
                ? Words.capital(best.label()) + " has the smallest error; not all others are within its noise"
                : "Accuracy does not separate them: choose by purpose";
    }

    private static boolean differs(Row row) {
        return row.difference().isPresent()
                && row.differenceError().isPresent()
                && Math.abs(row.difference().getAsDouble())
                        > 2 * row.differenceError().getAsDouble();
    }

    private static Markup table(Facts facts, Comparison comparison) {
        Grid grid = Grid.of("Penalties on the same folds")
                .words("penalty")
                .number("λ")
                .number("active")
                .number("cross-validated " + Facts.metric(comparison.metric()))
                .number("held-out")
                .number("paired difference")
                .words("verdict");
        comparison
                .rows()
                .forEach(row -> grid.row(
                        row.label().equals(comparison.baseline()) ? "chosen" : "",
                        List.of(
                                Markup.text(row.label()),
                                Markup.text(Numbers.three(row.lambda())),
                                Markup.text(Numbers.count(row.active())),
                                Markup.text(facts.error(row.mean(), row.standardError())),
                                Markup.text(facts.error(row.holdout())),
                                Markup.text(
                                        row.label().equals(comparison.baseline())
                                                ? "reference"
                                                : facts.error(row.difference(), row.differenceError())),
                                Markup.text(row.verdict()))));
        return Markup.of(
                grid.markup(),
                Chapter.note("Differences are against " + comparison.baseline()
                        + ", the simplest within noise of the best; positive is worse."));
    }
}

package dev.taut.report.section;

import dev.taut.report.markup.Figure;
import dev.taut.report.markup.Grid;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Tag;
import dev.taut.report.markup.Words;
import dev.taut.run.Comparison;
import dev.taut.run.Comparison.Row;
import dev.taut.run.Comparison.Sets;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several penalties on the same folds. */
final class ComparisonChapter {
    private static final int NAMES = 10;

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
                Chapter.paragraph("The same " + Words.count(comparison.folds(), "held-out fold") + " for all"
                        + (comparison.purpose().equals("any")
                                ? ""
                                : ", compared with a purpose: to " + comparison.purpose())
                        + ". λ by " + (comparison.rule().equals("min") ? "the " : "")
                        + Facts.rule(comparison.rule()) + "; "
                        + comparison.how() + "."),
                new Figure("comparison", title, caption(comparison), title, Markup.NONE).markup(),
                table(facts, comparison),
                new Markup("<h3>Advice</h3>"),
                Tag.of("ul")
                        .holding(comparison.advice().stream()
                                .map(a -> Tag.of("li").holding(Markup.prose(a)))
                                .toList()),
                selections(comparison));
    }

    private static String caption(Comparison comparison) {
        return "Above: mean " + Facts.metric(comparison.metric())
                + " with one standard error; diamonds are the held-out rows, the dashed line is no model. Below: paired"
                + " differences from " + comparison.baseline()
                + " with their joint 95 % intervals; one that crosses 0 cannot be told from it. Overlapping bars"
                + " above say nothing: folds that are hard are hard for all, and only pairs take that out.";
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
        boolean apart = measured.stream()
                .anyMatch(r -> r.verdict().equals("worse") || r.verdict().equals("better"));
        return apart
                ? Words.capital(best.label()) + " has the smallest error; not all others are within its noise"
                : "Accuracy does not separate them: choose by purpose";
    }

    private static Markup table(Facts facts, Comparison comparison) {
        Grid grid = Grid.of("Penalties on the same folds")
                .words("penalty")
                .number("λ")
                .number("active")
                .number("set agreement")
                .number("cross-validated " + Facts.metric(comparison.metric()))
                .number("held-out")
                .number("paired difference")
                .words("95 % interval")
                .words("verdict");
        comparison
                .rows()
                .forEach(row -> grid.row(
                        row.label().equals(comparison.baseline()) ? "chosen" : "", cells(facts, comparison, row)));
        return Markup.of(
                grid.markup(),
                Chapter.note(
                        "Differences are against " + comparison.baseline()
                                + "; positive is worse. Set agreement compares the features that the folds keep, corrected for"
                                + " chance (Nogueira, Sechidis and Brown 2018): 1 is full agreement, 0 that of random sets; above"
                                + " 0.75 it is good, below 0.4 poor. Folds share rows, and so agree more than new samples would."));
    }

    private static List<Markup> cells(Facts facts, Comparison comparison, Row row) {
        boolean reference = row.label().equals(comparison.baseline());
        boolean fitted = row.mean().isPresent();
        return Stream.of(
                        row.label().equals(row.chosen())
                                        || !row.label().equals("enet")
                                                && !row.label().equals("relaxed")
                                ? row.label()
                                : row.label() + " (" + row.chosen() + ")",
                        Numbers.three(row.lambda()),
                        fitted ? Numbers.count(row.active()) : Numbers.ABSENT,
                        row.sets()
                                .map(Sets::stability)
                                .filter(OptionalDouble::isPresent)
                                .map(v -> Numbers.fixed(v.getAsDouble(), 2))
                                .orElse(Numbers.ABSENT),
                        facts.error(row.mean(), row.standardError()),
                        facts.error(row.holdout()),
                        reference ? "reference" : facts.error(row.difference(), row.differenceError()),
                        reference || !fitted ? "" : facts.error(row.low()) + " … " + facts.error(row.high()),
                        row.verdict())
                .map(Markup::text)
                .toList();
    }

    /** The same entries at one standard error, and which features the folds keep. */
    private static Markup selections(Comparison comparison) {
        Grid grid = Grid.of("At one standard error from the smallest error")
                .words("penalty")
                .number("λ")
                .number("active")
                .number("cross-validated")
                .number("set agreement")
                .words("features kept by the folds");
        comparison.rows().stream()
                .filter(row -> row.simple().isPresent())
                .forEach(row -> grid.row(
                        "",
                        List.of(
                                Markup.text(row.label()),
                                Markup.text(
                                        Numbers.three(row.simple().orElseThrow().lambda())),
                                Markup.text(
                                        Numbers.count(row.simple().orElseThrow().active())),
                                Markup.text(Numbers.three(
                                                row.simple().orElseThrow().mean()) + " ± "
                                        + Numbers.three(
                                                row.simple().orElseThrow().standardError())),
                                Markup.text(agreement(row)),
                                Markup.text(frequencies(row)))));
        return Figure.details(
                "One standard error from the best, and what the folds keep",
                Markup.of(grid.markup(), clusters(comparison)));
    }

    private static String agreement(Row row) {
        OptionalDouble value = row.simple().orElseThrow().stability();
        return value.isPresent() ? Numbers.fixed(value.getAsDouble(), 2) : Numbers.ABSENT;
    }

    private static String frequencies(Row row) {
        return row.sets().map(Sets::frequencies).orElse(List.of()).stream()
                .limit(NAMES)
                .map(f -> Words.brief(f.feature()) + " " + Numbers.percent(f.share()))
                .collect(Collectors.joining(", "));
    }

    private static Markup clusters(Comparison comparison) {
        if (comparison.clusters().isEmpty()) {
            return Chapter.note("No two features have |r| of 0.8 or more.");
        }
        List<Markup> items = comparison.clusters().stream()
                .limit(NAMES)
                .map(c -> Tag.of("li")
                        .holding("{" + Words.list(c.features(), 6) + "}, |r| up to "
                                + Numbers.fixed(c.correlation(), 2)))
                .toList();
        return Markup.of(
                Chapter.paragraph("Features that move together (|r| of 0.8 or more): "
                        + comparison.rows().stream()
                                .filter(row -> row.sets().isPresent())
                                .map(row -> row.label() + " keeps "
                                        + row.sets().orElseThrow().together() + " whole and splits "
                                        + row.sets().orElseThrow().split() + " in most folds")
                                .collect(Collectors.joining("; "))
                        + "."),
                Tag.of("ul").holding(items));
    }
}

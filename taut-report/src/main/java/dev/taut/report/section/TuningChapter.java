package dev.taut.report.section;

import dev.taut.report.markup.Figure;
import dev.taut.report.markup.Grid;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Words;
import dev.taut.run.Tuning;
import dev.taut.run.Tuning.NestedSummary;
import dev.taut.run.Tuning.Point;
import java.util.ArrayList;
import java.util.List;

/** How strong? The cross-validation curve and what the rule chose on it. */
final class TuningChapter {
    private TuningChapter() {}

    static Chapter of(Facts facts) {
        return new Chapter(
                "tuning",
                "Tuning",
                facts.run()
                        .tuning()
                        .filter(t -> t.points().size() > 1)
                        .map(t -> content(facts, t))
                        .orElse(Markup.NONE));
    }

    private static Markup content(Facts facts, Tuning tuning) {
        String title = title(facts, tuning);
        return Markup.of(
                Chapter.paragraph(scheme(tuning)),
                tuning.nested().map(n -> nested(facts, n)).orElse(Markup.NONE),
                new Figure("tuning", title, caption(tuning), title, table(facts, tuning)).markup());
    }

    private static Markup nested(Facts facts, NestedSummary nested) {
        double least = nested.lambdas().stream().mapToDouble(v -> v).min().orElse(0);
        double most = nested.lambdas().stream().mapToDouble(v -> v).max().orElse(0);
        return Chapter.paragraph(
                "Nested cross-validation, which tunes λ anew without each fold and judges the choice on it,"
                        + " gives " + facts.error(nested.mean()) + " ± " + facts.error(nested.standardError())
                        + ": what to expect of the whole procedure on new rows. The curve at its own choice is "
                        + facts.error(Math.abs(nested.optimism())) + (nested.optimism() < 0 ? " higher" : " lower")
                        + ". Without a fold, λ came out between " + Numbers.three(least) + " and " + Numbers.three(most)
                        + ".");
    }

    private static String scheme(Tuning tuning) {
        Point chosen = tuning.points().get(tuning.chosen());
        return Words.count(tuning.folds(), tuning.scheme() + " fold")
                + (tuning.repeats() > 1 ? ", repeated " + Words.spelled(tuning.repeats(), "time") : "")
                + "; imputation, encoding and scaling were learnt anew inside every fold. λ = "
                + Numbers.three(chosen.lambda())
                + switch (tuning.rule()) {
                    case "1se" ->
                        " was chosen by the one-standard-error rule: the strongest penalty whose error is within"
                                + " one standard error of the smallest.";
                    case "min" -> " was chosen because its cross-validated error is the smallest.";
                    case "given" -> " was given; the curve shows where it falls.";
                    default ->
                        " was chosen by the " + Facts.rule(tuning.rule())
                                + ", which looks at the fit and its degrees of freedom alone; the curve shows where it"
                                + " falls.";
                };
    }

    private static String title(Facts facts, Tuning tuning) {
        List<Point> points = tuning.points();
        Point best = points.get(tuning.minimum());
        Point strongest = points.get(0);
        String metric = Facts.metric(tuning.metric());
        if (strongest.mean() - best.mean() <= best.standardError()) {
            return "The curve is flat: no λ predicts clearly better than the strongest penalty";
        }
        if (tuning.minimum() == points.size() - 1) {
            return "The curve is still falling at the weakest penalty tried";
        }
        if (tuning.oneStandardError() == tuning.minimum()) {
            return "The " + metric + " is smallest (" + facts.error(best.mean()) + ") at λ = "
                    + Numbers.three(best.lambda());
        }
        Point simple = points.get(tuning.oneStandardError());
        String saving = facts.selects() && Math.round(best.active()) > Math.round(simple.active())
                ? ", with " + Numbers.count(Math.round(simple.active())) + " instead of "
                        + Numbers.count(Math.round(best.active())) + " active coefficients"
                : "";
        return "λ = " + Numbers.three(simple.lambda()) + " predicts as well as the best, λ = "
                + Numbers.three(best.lambda()) + ", within the noise" + saving;
    }

    private static String caption(Tuning tuning) {
        return "Mean " + Facts.metric(tuning.metric())
                + " on rows left out in turn (thick line) with a band of one standard error; thin lines are single folds."
                + " The dashed line is the error on the folds' own training rows: its distance from the thick line is"
                + " overfitting. In the shaded zone every λ is practically as good as the best. The penalty weakens from"
                + " left to right; the numbers on top are mean active coefficients.";
    }

    private static Markup table(Facts facts, Tuning tuning) {
        Grid grid = Grid.of("Cross-validated error along the path")
                .number("λ")
                .number("active")
                .number(Facts.metric(tuning.metric()))
                .number("standard error")
                .number("training");
        tuning.criterion().ifPresent(c -> grid.number(c.name()).number("degrees of freedom"));
        grid.words("mark");
        for (int i = 0; i < tuning.points().size(); i++) {
            Point point = tuning.points().get(i);
            List<Markup> cells = new ArrayList<>(List.of(
                    Markup.text(Numbers.three(point.lambda())),
                    Markup.text(Numbers.fixed(point.active(), 1)),
                    Markup.text(facts.error(point.mean())),
                    Markup.text(facts.error(point.standardError())),
                    Markup.text(facts.error(point.train()))));
            int row = i;
            tuning.criterion()
                    .ifPresent(c -> cells.addAll(List.of(
                            Markup.text(Numbers.fixed(c.values().get(row), 2)),
                            Markup.text(Numbers.fixed(c.degrees().get(row), 1)))));
            cells.add(Markup.text(facts.mark(i)));
            grid.row(i == tuning.chosen() ? "chosen" : "", cells);
        }
        return grid.markup();
    }
}

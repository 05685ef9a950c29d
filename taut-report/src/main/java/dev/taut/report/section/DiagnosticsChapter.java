package dev.taut.report.section;

import dev.taut.report.markup.Figure;
import dev.taut.report.markup.Grid;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Tag;
import dev.taut.report.markup.Words;
import dev.taut.run.Holdout;
import dev.taut.run.Holdout.MetricRow;
import java.util.List;
import java.util.Optional;

/** How the chosen model does on rows that were never used before. */
final class DiagnosticsChapter {
    private DiagnosticsChapter() {}

    static Chapter of(Facts facts) {
        return new Chapter(
                "diagnostics",
                "Diagnostics on held-out rows",
                facts.run()
                        .holdout()
                        .map(h -> content(facts, h))
                        .orElseGet(() -> Chapter.paragraph("No rows were held out, so nothing here was measured on rows"
                                + " that the choice of λ never saw; the cross-validated figures above are the best there"
                                + " is, and slightly optimistic.")));
    }

    private static Markup content(Facts facts, Holdout holdout) {
        return Markup.of(
                Chapter.paragraph(Words.count(holdout.rows(), "row") + ", never used before."),
                metrics(holdout),
                facts.classifies() ? Markup.NONE : pairs(facts, holdout),
                holdout.diagnosis().residuals().map(ResidualFigures::of).orElse(Markup.NONE),
                DecisionFigures.rootogram(holdout.diagnosis().rootogram()),
                Tag.of("div", "pair")
                        .holding(
                                roc(holdout),
                                calibration(holdout),
                                DecisionFigures.precision(holdout.diagnosis(), positives(holdout))),
                DecisionFigures.decisions(holdout.diagnosis()),
                ClassTables.of(facts, holdout));
    }

    /** Share of rows of the second class. */
    private static double positives(Holdout holdout) {
        int all = holdout.classes().stream().mapToInt(Holdout.ClassRow::rows).sum();
        return holdout.classes().size() < 2 ? 0 : holdout.classes().get(1).rows() / (double) Math.max(1, all);
    }

    private static Markup metrics(Holdout holdout) {
        Grid grid = Grid.of("Metrics on held-out rows")
                .words("metric")
                .number("model")
                .number("no model")
                .words("better is");
        holdout.metrics()
                .forEach(m -> grid.row(
                        Facts.metric(m.name()), Numbers.three(m.value()), Numbers.three(m.noModel()), m.better()));
        return grid.markup();
    }

    private static Optional<MetricRow> metric(Holdout holdout, String name) {
        return holdout.metrics().stream().filter(m -> m.name().equals(name)).findFirst();
    }

    private static Markup pairs(Facts facts, Holdout holdout) {
        if (holdout.pairs().isEmpty()) {
            return Markup.NONE;
        }
        String target = facts.target();
        String title = metric(holdout, "r2")
                .map(r2 -> r2.value() <= 0
                        ? "The predictions explain none of the held-out variance"
                        : "The predictions explain " + Numbers.percent(r2.value()) + " of the held-out variance")
                .orElse("Predictions against what happened");
        Grid grid =
                Grid.of("Predicted and actual " + target).number("predicted").number("actual");
        holdout.pairs().stream()
                .limit(100)
                .forEach(p -> grid.row(Numbers.three(p.predicted()), Numbers.plain(p.actual())));
        return new Figure(
                        "pairs",
                        title,
                        "Each dot is a held-out row (at most 500 are shown): predicted " + target
                                + " to the right, actual upwards. A perfect model has all dots on the line.",
                        title,
                        grid.markup())
                .markup();
    }

    private static Markup roc(Holdout holdout) {
        if (holdout.roc().isEmpty()) {
            return Markup.NONE;
        }
        String title = metric(holdout, "auc")
                .map(auc -> "A random positive ranks above a random negative in " + Numbers.percent(auc.value())
                        + " of pairs")
                .orElse("What each threshold catches and what it costs");
        Grid grid = Grid.of("ROC curve").number("false positive rate").number("true positive rate");
        List<Holdout.RocPoint> points = holdout.roc();
        int step = Math.max(1, points.size() / 50);
        for (int i = 0; i < points.size(); i += step) {
            grid.row(
                    Numbers.fixed(points.get(i).falsePositiveRate(), 3),
                    Numbers.fixed(points.get(i).truePositiveRate(), 3));
        }
        return new Figure(
                        "roc",
                        title,
                        "Each point is a threshold: the share of negatives raised by mistake to the right, the share of"
                                + " positives caught upwards. The dashed diagonal is guessing.",
                        title,
                        grid.markup())
                .markup();
    }

    private static Markup calibration(Holdout holdout) {
        if (holdout.calibration().isEmpty()) {
            return Markup.NONE;
        }
        int rows = holdout.calibration().stream()
                .mapToInt(Holdout.CalibrationBin::rows)
                .sum();
        double distance = holdout.calibration().stream()
                .mapToDouble(b -> Math.abs(b.predicted() - b.observed()) * b.rows())
                .sum();
        String title = "Predicted and observed shares differ by "
                + Words.count(Math.round(100 * distance / Math.max(1, rows)), "percentage point") + " on average";
        Grid grid =
                Grid.of("Calibration").number("predicted").number("observed").number("rows");
        holdout.calibration()
                .forEach(b -> grid.row(
                        Numbers.fixed(b.predicted(), 3), Numbers.fixed(b.observed(), 3), Numbers.count(b.rows())));
        return new Figure(
                        "calibration",
                        title,
                        "Rows grouped by predicted probability: the mean prediction to the right, the observed share upwards;"
                                + " larger dots hold more rows, bars are two binomial standard errors. On the line,"
                                + " probabilities mean what they say.",
                        title,
                        grid.markup())
                .markup();
    }
}

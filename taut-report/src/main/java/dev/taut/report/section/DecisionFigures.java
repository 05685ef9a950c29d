package dev.taut.report.section;

import dev.taut.report.markup.Grid;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Sketch;
import dev.taut.report.markup.Tag;
import dev.taut.report.markup.Words;
import dev.taut.run.Diagnosis;
import dev.taut.run.Diagnosis.CountBar;
import dev.taut.run.Diagnosis.Decision;
import java.util.List;

/** What thresholds catch and cost, and how often counts came as expected. */
final class DecisionFigures {
    private static final double[] UNIT = {0, 1};

    private DecisionFigures() {}

    static Markup precision(Diagnosis diagnosis, double positives) {
        if (diagnosis.precision().isEmpty()) {
            return Markup.NONE;
        }
        Sketch sketch = new Sketch("share of positives caught (recall)", "share of alarms that are right", UNIT, UNIT);
        sketch.line(new double[][] {{0, positives}, {1, positives}}, "grey", true);
        sketch.line(
                diagnosis.precision().stream()
                        .map(p -> new double[] {p.recall(), p.precision()})
                        .toArray(double[][]::new),
                "c1",
                false);
        Grid grid = Grid.of("Precision and recall").number("recall").number("precision");
        diagnosis.precision().forEach(p -> grid.row(Numbers.fixed(p.recall(), 3), Numbers.fixed(p.precision(), 3)));
        return sketch.figure(
                "precision-recall",
                "Average precision " + Numbers.fixed(diagnosis.averagePrecision(), 3) + ", where guessing has "
                        + Numbers.fixed(positives, 3),
                "Each point is a threshold: how many positives an alarm catches to the right, how many alarms are right"
                        + " upwards. The dashed line is guessing: the share of positives.",
                grid.markup());
    }

    static Markup decisions(Diagnosis diagnosis) {
        if (diagnosis.decisions().isEmpty()) {
            return Markup.NONE;
        }
        Grid grid = Grid.of("Thresholds by cost")
                .number("a miss costs")
                .number("threshold")
                .number("alarms")
                .number("caught")
                .number("right")
                .number("cost per row")
                .number("never alarm")
                .number("always alarm");
        for (Decision d : diagnosis.decisions()) {
            grid.row(
                    Numbers.plain(d.missCost()),
                    Numbers.fixed(d.threshold(), 3),
                    Numbers.percent(d.alarms()),
                    Numbers.percent(d.recall()),
                    Double.isNaN(d.precision()) ? "–" : Numbers.percent(d.precision()),
                    Numbers.fixed(d.cost(), 3),
                    Numbers.fixed(d.never(), 3),
                    Numbers.fixed(d.always(), 3));
        }
        long paying = diagnosis.decisions().stream()
                .filter(d -> d.cost() < Math.min(d.never(), d.always()))
                .count();
        return Markup.of(
                Tag.of("h3").holding("Thresholds by what a miss costs"),
                Chapter.paragraph(
                        "If a false alarm costs 1 and a missed positive c, probabilities that mean what they say ask"
                                + " for an alarm above 1/(1 + c); no threshold was chosen on these rows. At "
                                + Words.count(paying, "price") + " of "
                                + diagnosis.decisions().size()
                                + " the model costs less than the better of never and always raising an alarm."),
                grid.markup());
    }

    static Markup rootogram(List<CountBar> bars) {
        if (bars.isEmpty()) {
            return Markup.NONE;
        }
        double most = bars.stream()
                .mapToDouble(b -> Math.sqrt(Math.max(b.observed(), b.expected())))
                .max()
                .orElse(1);
        double least = bars.stream()
                .mapToDouble(b -> Math.sqrt(b.expected()) - Math.sqrt(b.observed()))
                .min()
                .orElse(0);
        double last = bars.get(bars.size() - 1).count();
        double width = bars.size() > 1 ? bars.get(1).count() - bars.get(0).count() : 1;
        Sketch sketch = new Sketch(
                "count", "√rows", new double[] {-width / 2, last + width / 2}, new double[] {Math.min(0, least), most});
        Grid grid = Grid.of("Counts").number("count").number("rows").number("expected");
        for (CountBar bar : bars) {
            double top = Math.sqrt(bar.expected());
            sketch.bar(bar.count(), 0.8 * width, top - Math.sqrt(bar.observed()), top);
            grid.row(
                    Numbers.count(bar.count())
                            + (bar.count() == last
                                    ? " and more"
                                    : width > 1 ? "–" + Numbers.count((long) (bar.count() + width - 1)) : ""),
                    Numbers.three(bar.observed()),
                    Numbers.three(bar.expected()));
        }
        sketch.line(new double[][] {{-width / 2, 0}, {last + width / 2, 0}}, "grey", true);
        sketch.line(
                bars.stream()
                        .map(b -> new double[] {b.count(), Math.sqrt(b.expected())})
                        .toArray(double[][]::new),
                "c2",
                false);
        CountBar zero = bars.get(0);
        String title = width == 1 && zero.observed() > 1.5 * zero.expected() + 2
                ? "More zeros than the model expects: " + Numbers.three(zero.observed()) + " rows, "
                        + Numbers.three(zero.expected()) + " expected"
                : "How often each count came, and was expected";
        return sketch.figure(
                "rootogram",
                title,
                "Bars hang from the curve of expected rows (both as roots) and should end at the dashed zero: a bar that"
                        + " crosses it came more often than expected, one that stops short less often.",
                grid.markup());
    }
}

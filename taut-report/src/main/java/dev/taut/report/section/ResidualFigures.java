package dev.taut.report.section;

import dev.taut.report.markup.Grid;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Sketch;
import dev.taut.report.markup.Tag;
import dev.taut.report.markup.Words;
import dev.taut.run.Diagnosis.Band;
import dev.taut.run.Diagnosis.Quantile;
import dev.taut.run.Diagnosis.ResidualPoint;
import dev.taut.run.Diagnosis.Residuals;

/** What is left of numbers and counts: against predictions, in size, and against a normal distribution. */
final class ResidualFigures {
    private static final double FANS = 1.5;
    private static final double FAR = 0.01;

    private ResidualFigures() {}

    static Markup of(Residuals residuals) {
        return Tag.of("div", "pair").holding(fitted(residuals), normal(residuals), size(residuals));
    }

    private static String kind(Residuals residuals) {
        return residuals.kind().equals("pearson") ? "(actual − predicted)/√predicted" : "actual − predicted";
    }

    private static Markup fitted(Residuals r) {
        double[] x =
                range(r.points().stream().mapToDouble(ResidualPoint::predicted).toArray());
        double most = r.points().stream()
                .mapToDouble(p -> Math.abs(p.residual()))
                .max()
                .orElse(1);
        Sketch sketch = new Sketch("predicted", kind(r), x, new double[] {-most, most});
        r.points().forEach(p -> sketch.point(p.predicted(), p.residual()));
        sketch.line(new double[][] {{x[0], 0}, {x[1], 0}}, "grey", true);
        sketch.line(
                r.bands().stream()
                        .map(b -> new double[] {b.predicted(), b.mean()})
                        .toArray(double[][]::new),
                "c2",
                false);
        String title = r.curved() <= 1
                ? "No bend: residuals average to nothing at every size of prediction"
                : "In " + Words.count(r.curved(), "band") + " of " + r.bands().size()
                        + " predictions are too high or too low on average";
        return sketch.figure(
                "residuals",
                title,
                "Each dot is a held-out row. The line joins the means of bands of equally many rows; where it leaves the"
                        + " dashed zero, the model is off in one direction.",
                bands(r));
    }

    private static Markup bands(Residuals r) {
        Grid grid = Grid.of("Residuals by prediction")
                .number("predicted")
                .number("mean residual")
                .number("root size")
                .number("rows");
        for (Band b : r.bands()) {
            grid.row(
                    Numbers.three(b.predicted()),
                    Numbers.three(b.mean()) + " ± " + Numbers.three(b.standardError()),
                    Numbers.fixed(b.rootSize(), 3),
                    Numbers.count(b.rows()));
        }
        return grid.markup();
    }

    private static Markup normal(Residuals r) {
        double most = r.quantiles().stream()
                .mapToDouble(q -> Math.max(Math.abs(q.normal()), Math.abs(q.residual())))
                .max()
                .orElse(1);
        double[] range = {-most, most};
        Sketch sketch = new Sketch("normal quantile", "residual / spread", range, range);
        sketch.line(new double[][] {{-most, -most}, {most, most}}, "grey", true);
        sketch.line(points(r, true), "rule", false).line(points(r, false), "rule", false);
        r.quantiles().forEach(q -> sketch.point(q.normal(), q.residual()));
        Grid grid = Grid.of("Quantiles of residuals")
                .number("normal")
                .number("residual / spread")
                .number("95 % band");
        r.quantiles()
                .forEach(q -> grid.row(
                        Numbers.fixed(q.normal(), 2),
                        Numbers.fixed(q.residual(), 2),
                        Numbers.fixed(q.low(), 2) + " … " + Numbers.fixed(q.high(), 2)));
        String title = r.far() > FAR
                ? Numbers.percent(r.far()) + " of rows lie beyond 3 spreads: heavier tails than normal"
                : "Tails are no heavier than those of a normal distribution";
        return sketch.figure(
                "quantiles",
                title,
                "Quantiles of the residuals against those of a normal distribution; the thin lines hold 95 % of each"
                        + " quantile of a normal sample. Heavy tails matter for intervals, less for predictions; --loss"
                        + " huber:auto is less moved by them.",
                grid.markup());
    }

    private static double[][] points(Residuals r, boolean low) {
        return r.quantiles().stream()
                .map((Quantile q) -> new double[] {q.normal(), low ? q.low() : q.high()})
                .toArray(double[][]::new);
    }

    private static Markup size(Residuals r) {
        double[] x = range(r.bands().stream().mapToDouble(Band::predicted).toArray());
        double most = r.bands().stream().mapToDouble(Band::rootSize).max().orElse(1);
        Sketch sketch = new Sketch("predicted", "mean √(size / spread)", x, new double[] {0, 1.2 * most});
        sketch.line(
                r.bands().stream()
                        .map(b -> new double[] {b.predicted(), b.rootSize()})
                        .toArray(double[][]::new),
                "c2",
                false);
        String title = r.fanning() > FANS
                ? "Errors grow with the prediction: " + Numbers.three(r.fanning()) + " times as large at the top"
                : r.fanning() < 1 / FANS
                        ? "Errors shrink with the prediction: " + Numbers.three(1 / r.fanning())
                                + " times as large at the bottom"
                        : "Errors are about as large for small predictions as for large ones";
        return sketch.figure(
                "scale-location",
                title,
                "The typical size of residuals along the predictions. A level line means that one error bar fits all rows.",
                Markup.NONE);
    }

    private static double[] range(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            least = Math.min(least, v);
            most = Math.max(most, v);
        }
        return new double[] {least, most};
    }
}

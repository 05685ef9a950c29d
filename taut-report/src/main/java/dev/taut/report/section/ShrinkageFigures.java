package dev.taut.report.section;

import dev.taut.report.markup.Figure;
import dev.taut.report.markup.Grid;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Words;
import dev.taut.run.Shrinkage;
import dev.taut.run.Shrinkage.Picture;
import java.util.List;

/** Coefficients beside those without a penalty, and the diamond and the disc on two columns. */
final class ShrinkageFigures {
    private ShrinkageFigures() {}

    static Markup of(Facts facts, Shrinkage shrinkage) {
        if (shrinkage.rows().isEmpty()) {
            return Markup.NONE;
        }
        String title = "The coefficients have " + Numbers.percent(shrinkage.l1Share())
                + " of the size they have without" + " a penalty";
        String caption =
                "Standardized coefficients without a penalty (circle) and as chosen (square). Size is the sum of"
                        + " absolute values; by the root of the sum of squares it is "
                        + Numbers.percent(shrinkage.l2Share())
                        + ". An arrow that crosses zero or grows belongs to a feature whose companions gave way.";
        return Markup.of(
                new Figure("shrinkage", title, caption, title, table(shrinkage)).markup(),
                shrinkage.picture().map(p -> picture(facts, p)).orElse(Markup.NONE));
    }

    private static Markup picture(Facts facts, Picture picture) {
        String first = Words.brief(picture.first());
        String second = Words.brief(picture.second());
        boolean down = picture.lasso().get(0) == 0;
        String title = "Why L1 gives zeros: here " + (down ? first : second) + " is zero while "
                + (down ? second : first) + " is not";
        String caption =
                "A model of these two columns alone. Ellipses are places of equal loss around the fit without a"
                        + " penalty" + (facts.run().objective().loss().equals("squared") ? "" : " (to second order)")
                        + ". The same ellipse touches the diamond |b₁| + |b₂| = " + Numbers.three(picture.diamond())
                        + " of L1 in a corner, where one coefficient is exactly zero, and the disc of radius "
                        + Numbers.three(picture.disc())
                        + " of L2, which has no corners: both coefficients stay. With a larger diamond the ellipse meets an"
                        + " edge, and L1 keeps both.";
        return new Figure("shape", title, caption, title, Markup.NONE).markup();
    }

    private static Markup table(Shrinkage shrinkage) {
        boolean classes = shrinkage.rows().stream().anyMatch(r -> !r.output().isEmpty());
        Grid grid =
                Grid.of("Standardized coefficients with and without a penalty").words("feature");
        if (classes) {
            grid.words("class");
        }
        grid.number("without a penalty").number("chosen").number("kept of it");
        for (Shrinkage.Row row : shrinkage.rows()) {
            String share = row.unpenalised() == 0 ? Numbers.ABSENT : Numbers.percent(row.chosen() / row.unpenalised());
            List<Markup> figures = List.of(
                    Markup.text(Numbers.three(row.unpenalised())),
                    Markup.text(Numbers.three(row.chosen())),
                    Markup.text(share));
            List<Markup> names = classes
                    ? List.of(Markup.text(row.feature()), Markup.text(row.output()))
                    : List.of(Markup.text(row.feature()));
            grid.row(
                    "",
                    java.util.stream.Stream.concat(names.stream(), figures.stream())
                            .toList());
        }
        return grid.markup();
    }
}

package dev.taut.report.section;

import dev.taut.report.markup.Figure;
import dev.taut.report.markup.Grid;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Words;
import dev.taut.run.PathSummary.CertificateSummary;
import dev.taut.run.PathSummary.KnotSummary;
import java.util.List;

/** Evidence of optimality at every λ. */
final class CertificateChapter {
    private CertificateChapter() {}

    static Chapter of(Facts facts) {
        List<KnotSummary> knots = facts.run().path().knots();
        if (knots.isEmpty()) {
            return new Chapter("certificates", "Certificates", Markup.NONE);
        }
        return new Chapter(
                "certificates",
                "Certificates",
                Markup.of(
                        Chapter.paragraph(summary(facts, knots)),
                        Chapter.paragraph(
                                "The gap is computed, not assumed: no coefficients whatever can have an objective"
                                        + " below objective − gap. The relative gap divides it by the null model's objective;"
                                        + " the violation is the largest distance of a coefficient from its optimality condition."),
                        Figure.details("Certificates of " + Words.count(knots.size(), "knot"), table(facts, knots))));
    }

    private static String summary(Facts facts, List<KnotSummary> knots) {
        double worst = knots.stream()
                .mapToDouble(k -> k.certificate().relativeGap())
                .max()
                .orElse(0);
        long proved = facts.certifiedKnots();
        if (proved == knots.size()) {
            return "Proved optimal at every λ: the largest relative gap of " + Words.count(knots.size(), "knot")
                    + " is " + Numbers.significant(worst, 2) + ".";
        }
        boolean chosen =
                facts.certificate().filter(CertificateSummary::converged).isPresent();
        return Numbers.count(proved) + " of " + Words.count(knots.size(), "knot") + " are certified; the chosen λ is "
                + (chosen ? "one of them." : "not one of them.") + " The largest relative gap is "
                + Numbers.significant(worst, 2) + ".";
    }

    private static Markup table(Facts facts, List<KnotSummary> knots) {
        Grid grid = Grid.of("Certificate of every knot")
                .number("λ")
                .number("active")
                .number("objective")
                .number("relative gap")
                .number("violation")
                .number("epochs")
                .words("certified");
        for (int i = 0; i < knots.size(); i++) {
            KnotSummary knot = knots.get(i);
            CertificateSummary c = knot.certificate();
            grid.row(
                    i == facts.run().solution().knot() ? "chosen" : c.converged() ? "" : "open",
                    List.of(
                            Markup.text(Numbers.three(knot.lambda())),
                            Markup.text(Numbers.count(knot.active())),
                            Markup.text(Numbers.significant(c.objective(), 5)),
                            Markup.text(Numbers.significant(c.relativeGap(), 2)),
                            Markup.text(Numbers.significant(c.violation(), 2)),
                            Markup.text(Numbers.count(c.epochs())),
                            Markup.text(c.converged() ? "yes" : "no")));
        }
        return grid.markup();
    }
}

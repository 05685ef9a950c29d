package dev.taut.report.section;

import dev.taut.report.markup.Figure;
import dev.taut.report.markup.Grid;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Words;
import dev.taut.run.PathSummary;
import dev.taut.run.PathSummary.KnotSummary;
import java.util.ArrayList;
import java.util.List;

/** The regularization path: who enters when, from strong to weak. */
final class PathChapter {
    private static final int NAMES = 8;
    private static final int FIRST = 12;

    private PathChapter() {}

    static Chapter of(Facts facts) {
        PathSummary path = facts.run().path();
        if (path.knots().size() < 2) {
            return new Chapter("path", "Path", Markup.NONE);
        }
        String title = title(facts);
        Markup figure = new Figure("path", title, caption(facts), title, Markup.NONE).markup();
        return new Chapter("path", "Path", Markup.of(Chapter.paragraph(plan(path)), figure, knots(facts)));
    }

    private static String title(Facts facts) {
        List<String> kept = facts.kept().stream().map(Words::brief).toList();
        if (kept.isEmpty()) {
            return "At the chosen λ every coefficient is zero";
        }
        if (!facts.selects()) {
            return "Coefficients shrink together; none reaches zero";
        }
        if (kept.size() == facts.features()) {
            return "At the chosen λ every feature has a coefficient";
        }
        return Words.capital(Words.spelled(kept.size(), "feature")) + (kept.size() == 1 ? " does" : " do") + " the work"
                + (kept.size() <= 3 ? ": " + Words.list(kept, 3) : "");
    }

    private static String caption(Facts facts) {
        PathSummary path = facts.run().path();
        return "One line per feature. From left to right the penalty weakens and the model grows; the numbers on top"
                + " count active coefficients. Vertical lines mark "
                + (facts.run().tuning().isPresent()
                        ? "the smallest cross-validated error (min), one standard error from it (1-se) and the chosen λ."
                        : "the chosen λ.")
                + (facts.selects()
                        ? " Lines in colour are the heaviest features of the chosen model; thin grey ones have a"
                                + " coefficient of zero there."
                        : " Lines in colour are the heaviest features of the chosen model.")
                + (path.omitted() > 0
                        ? " Drawn are the " + Words.count(path.features().size(), "feature")
                                + " with the largest coefficients; " + Numbers.count(path.omitted()) + " are not."
                        : "");
    }

    private static String plan(PathSummary path) {
        KnotSummary first = path.knots().get(0);
        KnotSummary last = path.knots().get(path.knots().size() - 1);
        return Words.count(path.knots().size(), "knot") + " from λ = " + Numbers.three(first.lambda()) + " to "
                + Numbers.three(last.lambda()) + "; at λ max = " + Numbers.three(path.lambdaMax())
                + " and beyond, every penalised coefficient is zero."
                + (path.ended().equals("complete") ? "" : " The path ended early: " + path.ended() + ".")
                + (path.plan().isEmpty()
                        ? ""
                        : " " + Words.capital(path.plan()) + (path.plan().endsWith(".") ? "" : "."));
    }

    /** Knots at which a feature enters or leaves: the first ones in view, the rest behind a toggle. */
    private static Markup knots(Facts facts) {
        List<Integer> changes = new ArrayList<>();
        List<KnotSummary> knots = facts.run().path().knots();
        for (int i = 0; i < knots.size(); i++) {
            KnotSummary knot = knots.get(i);
            if (!knot.enters().isEmpty()
                    || !knot.leaves().isEmpty()
                    || i == facts.run().solution().knot()) {
                changes.add(i);
            }
        }
        List<Integer> first = changes.subList(0, Math.min(FIRST, changes.size()));
        List<Integer> rest = changes.subList(first.size(), changes.size());
        return Markup.of(
                new Markup("<h3>Who enters when</h3>"),
                table(facts, first).markup(),
                rest.isEmpty()
                        ? Markup.NONE
                        : Figure.details(
                                Words.count(rest.size(), "later knot") + " with a change",
                                table(facts, rest).markup()));
    }

    private static Grid table(Facts facts, List<Integer> indices) {
        Grid grid = Grid.of("Knots at which features enter or leave")
                .number("λ")
                .number("active")
                .number(facts.run().objective().loss().equals("squared") ? "R² (train)" : "deviance explained")
                .words("enters")
                .words("leaves")
                .words("mark");
        for (int i : indices) {
            KnotSummary knot = facts.run().path().knots().get(i);
            grid.row(
                    i == facts.run().solution().knot() ? "chosen" : "",
                    List.of(
                            Markup.text(Numbers.three(knot.lambda())),
                            Markup.text(Numbers.count(knot.active())),
                            Markup.text(Numbers.fixed(knot.devianceExplained(), 3)),
                            Markup.text(signed("+", knot.enters())),
                            Markup.text(signed("−", knot.leaves())),
                            Markup.text(facts.mark(i))));
        }
        return grid;
    }

    private static String signed(String sign, List<String> names) {
        return names.isEmpty() ? "" : sign + "\u00A0" + Words.list(names, NAMES);
    }
}

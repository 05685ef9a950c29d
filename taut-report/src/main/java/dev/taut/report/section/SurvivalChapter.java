package dev.taut.report.section;

import dev.taut.report.markup.Figure;
import dev.taut.report.markup.Grid;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Words;
import dev.taut.run.SolutionSummary.CoefficientRow;
import dev.taut.run.SurvivalSummary;
import dev.taut.run.SurvivalSummary.BaselineRow;
import dev.taut.run.SurvivalSummary.Group;
import dev.taut.run.SurvivalSummary.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Times until an event: who fails sooner, whether predicted survival came true, what a hazard ratio means, the baseline. */
final class SurvivalChapter {
    private static final int TOLD = 5;

    private SurvivalChapter() {}

    static Chapter of(Facts facts) {
        return new Chapter(
                "survival",
                "Survival",
                facts.run().survival().map(s -> content(facts, s)).orElse(Markup.NONE));
    }

    private static Markup content(Facts facts, SurvivalSummary survival) {
        return Markup.of(
                Chapter.paragraph(ranking(survival)),
                new Markup("<h3>Predicted and observed survival</h3>"),
                Chapter.paragraph(agreement(survival)),
                groups(survival),
                ratios(facts),
                baselines(survival));
    }

    private static String ranking(SurvivalSummary survival) {
        return "Of two " + survival.on()
                + " rows whose order is known, the one with the higher predicted hazard has its event first in "
                + Numbers.percent(survival.concordance()) + " of pairs (concordance "
                + Numbers.fixed(survival.concordance(), 3) + "; guessing gives 0.5). There are "
                + Words.count(survival.rows(), "row") + " and " + Words.count(survival.events(), "event") + "."
                + (survival.on().equals("training")
                        ? " These rows taught the model, so that all of this flatters it: hold some out to know."
                        : "");
    }

    /** Predictions further than two standard errors from what was observed. */
    private static String agreement(SurvivalSummary survival) {
        int off = 0;
        int all = 0;
        for (Group group : survival.groups()) {
            for (Point point : group.points()) {
                all++;
                off += Math.abs(point.observed() - point.predicted()) > 2 * point.standardError() ? 1 : 0;
            }
        }
        return "Rows are grouped by predicted hazard. Observed is the share without event by Kaplan and Meier, with its standard"
                + " error; predicted is the mean of the rows' survival curves. "
                + (off == 0
                        ? "Every prediction is within two standard errors of what was observed."
                        : Words.count(off, "prediction") + " of " + Numbers.count(all) + (off == 1 ? " lies" : " lie")
                                + " further than two standard errors from what was observed.");
    }

    private static Markup groups(SurvivalSummary survival) {
        Grid grid = Grid.of("Predicted and observed survival").number("time");
        for (Group group : survival.groups()) {
            grid.number(group.label() + " (" + Words.count(group.rows(), "row") + "), predicted")
                    .number("observed");
        }
        int times = survival.groups().get(0).points().size();
        for (int k = 0; k < times; k++) {
            List<Markup> cells = new ArrayList<>();
            cells.add(Markup.text(
                    Numbers.plain(survival.groups().get(0).points().get(k).time())));
            for (Group group : survival.groups()) {
                Point point = group.points().get(k);
                cells.add(Markup.text(Numbers.fixed(point.predicted(), 3)));
                cells.add(Markup.text(
                        Numbers.fixed(point.observed(), 3) + " ± " + Numbers.fixed(point.standardError(), 3)));
            }
            grid.row("", cells);
        }
        return grid.markup();
    }

    private static Markup ratios(Facts facts) {
        List<String> told = facts.run().solution().coefficients().stream()
                .filter(row -> row.ratio().isPresent())
                .sorted(Comparator.comparingDouble((CoefficientRow row) -> -Math.abs(row.standardized())))
                .limit(TOLD)
                .map(SurvivalChapter::told)
                .toList();
        return told.isEmpty()
                ? Markup.NONE
                : Markup.of(
                        new Markup("<h3>Hazard ratios in words</h3>"),
                        Chapter.paragraph("At any time, among those without event so far: " + String.join("; ", told)
                                + ". The model takes these ratios to be the same at all times."));
    }

    private static String told(CoefficientRow row) {
        double ratio = row.ratio().orElseThrow();
        double change = Math.abs(ratio - 1);
        String direction = ratio >= 1 ? " higher" : " lower";
        String amount = ratio >= 2
                ? "multiplies the hazard by " + Numbers.three(ratio)
                : "means a hazard " + Numbers.three(100 * change) + " %" + direction;
        int level = row.feature().indexOf('=');
        return level > 0
                ? "“" + row.feature().substring(level + 1) + "” in " + row.source() + " " + amount
                : "one unit more of " + row.feature() + " " + amount;
    }

    private static Markup baselines(SurvivalSummary survival) {
        Grid grid = Grid.of("Baseline hazard");
        boolean strata = survival.baselines().size() > 1;
        if (strata) {
            grid.words("stratum");
        }
        grid.number("time").number("cumulative hazard").number("survival");
        for (BaselineRow baseline : survival.baselines()) {
            for (int k = 0; k < baseline.times().size(); k++) {
                List<Markup> cells = new ArrayList<>();
                if (strata) {
                    cells.add(Markup.text(baseline.stratum()));
                }
                double hazard = baseline.cumulative().get(k);
                cells.add(Markup.text(Numbers.plain(baseline.times().get(k))));
                cells.add(Markup.text(Numbers.three(hazard)));
                cells.add(Markup.text(Numbers.fixed(Math.exp(-hazard), 3)));
                grid.row("", cells);
            }
        }
        return Markup.of(
                new Markup("<h3>Baseline hazard</h3>"),
                Chapter.paragraph(
                        "Of a row with hazard ratio 1, which has the mean of every feature. A row survives a time with"
                                + " probability e^(−cumulative hazard × its hazard ratio); taut predict MODEL DATA --times T writes it."),
                Figure.details("The baseline, at event times of the training rows", grid.markup()));
    }
}

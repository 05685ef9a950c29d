package dev.taut.report.section;

import dev.taut.report.markup.Figure;
import dev.taut.report.markup.Grid;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Tag;
import dev.taut.report.markup.Words;
import dev.taut.run.DataSummary;
import dev.taut.run.LossWords;
import dev.taut.run.Objective;
import dev.taut.run.Run;
import dev.taut.run.SolutionSummary.CoefficientRow;
import java.util.ArrayList;
import java.util.List;

/** The chosen model: chart, table, intercepts, and who was left out. */
final class CoefficientsChapter {
    private static final int ROWS = 200;
    private static final int OPEN = 40;
    private static final int LEFT_OUT = 30;

    private CoefficientsChapter() {}

    static Chapter of(Facts facts) {
        if (facts.run().kernel().isPresent()) {
            return new Chapter("coefficients", "Coefficients", Markup.NONE);
        }
        return new Chapter(
                "coefficients",
                "Coefficients",
                Markup.of(
                        Chapter.paragraph(meaning(facts.run().objective())),
                        chart(facts),
                        table(facts),
                        intercepts(facts),
                        deviance(facts.run()),
                        leftOut(facts)));
    }

    private static String meaning(Objective objective) {
        String effect = switch (LossWords.family(objective.loss())) {
            case "squared", "sqrt", "huber", "scaled_huber", "svr", "squared_svr" ->
                "Raw: how much the prediction changes when the feature rises by one unit and the" + " others stay.";
            case "logistic" ->
                "Raw: change of the log-odds per unit of the feature; the odds ratio is its"
                        + " exponential, so 1.2 means odds 20 % higher per unit.";
            case "multinomial" ->
                "Raw: change of a class's score per unit of the feature; only differences between" + " classes matter.";
            case "ordinal" ->
                "Raw: change of the log-odds of a higher class per unit of the feature, the same at every threshold; the"
                        + " odds ratio is its exponential, so 1.2 means odds 20 % higher per unit.";
            case "gamma", "tweedie" ->
                "Raw: change of the log-mean per unit of the feature; the mean ratio is its"
                        + " exponential, so 1.2 means a mean 20 % higher per unit.";
            case "cloglog" ->
                "Raw: change of the log-rate of the event per unit of the feature; the rate ratio is its"
                        + " exponential, so 1.2 means a rate 20 % higher per unit.";
            case "probit" ->
                "Raw: change per unit of the feature of a standard normal score; the probability is the share of the"
                        + " normal distribution below it.";
            case "hinge", "squared_hinge" ->
                "Raw: change of the decision value per unit of the feature. Rows with a positive decision value are"
                        + " predicted to be of the second class; beyond −1 and 1 they are outside the margin. A"
                        + " decision value is no probability.";
            case "quantile" ->
                "Raw: how much the predicted quantile changes when the feature rises by one unit and the"
                        + " others stay.";
            case "poisson", "negbin" ->
                "Raw: change of the log-rate per unit of the feature; the rate ratio is its"
                        + " exponential, so 1.2 means a rate 20 % higher per unit.";
            default -> "Raw: change of the linear predictor per unit of the feature.";
        };
        return effect
                + " Standardized: per standard deviation, so that features can be compared. Penalised coefficients are"
                + " shrunk on purpose; they describe the prediction and prove no cause.";
    }

    private static Markup chart(Facts facts) {
        if (facts.kept().isEmpty()) {
            return Markup.NONE;
        }
        String title = title(facts);
        return new Figure(
                        "coefficients",
                        title,
                        "Standardized coefficients of the chosen model, largest first"
                                + (selection(facts)
                                        ? "; the percentage says in how many fold fits the feature was selected."
                                        : "."),
                        title,
                        Markup.NONE)
                .markup();
    }

    private static String title(Facts facts) {
        List<String> kept = facts.kept().stream().map(Words::brief).toList();
        if (kept.size() == 1) {
            return kept.get(0) + " alone carries the model";
        }
        List<String> weak = facts.run().solution().coefficients().stream()
                .filter(c -> c.selected().orElse(1) < 0.8)
                .map(c -> Words.brief(c.feature()))
                .distinct()
                .toList();
        String heavy = kept.get(0) + " weighs most, then " + kept.get(1);
        if (facts.selects() && !weak.isEmpty()) {
            return heavy + "; " + Words.list(weak, 2) + (weak.size() == 1 ? " is" : " are") + " not selected reliably";
        }
        return heavy;
    }

    private static boolean selection(Facts facts) {
        return facts.run().solution().coefficients().stream()
                .anyMatch(c -> c.selected().isPresent());
    }

    private static Markup table(Facts facts) {
        List<CoefficientRow> all = facts.run().solution().coefficients();
        if (all.isEmpty()) {
            return Markup.NONE;
        }
        List<CoefficientRow> shown = all.subList(0, Math.min(ROWS, all.size()));
        Markup open = rows(facts, shown.subList(0, Math.min(OPEN, shown.size())));
        Markup more = shown.size() > OPEN
                ? Figure.details(
                        Words.count(shown.size() - OPEN, "smaller coefficient"),
                        rows(facts, shown.subList(OPEN, shown.size())))
                : Markup.NONE;
        Markup rest = all.size() > ROWS
                ? Chapter.note(Words.count(all.size() - ROWS, "more coefficient") + " stand in run.json.")
                : Markup.NONE;
        return Markup.of(open, more, rest);
    }

    private static Markup rows(Facts facts, List<CoefficientRow> rows) {
        List<CoefficientRow> all = facts.run().solution().coefficients();
        boolean ratio = all.stream().anyMatch(c -> c.ratio().isPresent());
        boolean source = all.stream().anyMatch(c -> !c.source().equals(c.feature()));
        Grid grid = Grid.of("Coefficients of the chosen model").words("feature");
        if (source) {
            grid.words("column");
        }
        if (facts.manyOutputs()) {
            grid.words("class");
        }
        grid.number("raw, per unit").number("standardized");
        if (ratio) {
            grid.number(LossWords.ratio(facts.run().objective().loss()).orElseThrow());
        }
        if (selection(facts)) {
            grid.number("selected");
        }
        for (CoefficientRow c : rows) {
            List<Markup> cells = new ArrayList<>();
            cells.add(Markup.text(c.feature()));
            if (source) {
                cells.add(Markup.text(c.source()));
            }
            if (facts.manyOutputs()) {
                cells.add(Markup.text(c.output()));
            }
            cells.add(Markup.text(Numbers.three(c.raw())));
            cells.add(Markup.text(Numbers.three(c.standardized())));
            if (ratio) {
                cells.add(Markup.text(Numbers.three(c.ratio())));
            }
            if (selection(facts)) {
                cells.add(Markup.text(
                        c.selected().isPresent() ? Numbers.percent(c.selected().getAsDouble()) : Numbers.ABSENT));
            }
            grid.row("", cells);
        }
        return grid.markup();
    }

    private static Markup intercepts(Facts facts) {
        Run run = facts.run();
        List<Double> values = run.solution().intercepts();
        if (run.objective().loss().equals("ordinal")) {
            return thresholds(run, values);
        }
        if (!run.objective().intercept() || values.isEmpty()) {
            return Chapter.note("No intercept was fitted.");
        }
        if (values.size() == 1) {
            return Chapter.note(
                    "Intercept " + Numbers.significant(values.get(0), 4) + ", on the raw scale, never penalised.");
        }
        List<String> parts = new ArrayList<>();
        for (int k = 0; k < values.size(); k++) {
            parts.add(run.path().outputs().get(k) + " " + Numbers.significant(values.get(k), 4));
        }
        return Chapter.note("Intercepts, on the raw scale, never penalised: " + String.join(", ", parts) + ".");
    }

    private static Markup thresholds(Run run, List<Double> values) {
        List<DataSummary.ClassCount> classes = run.data().target().classes();
        List<String> parts = new ArrayList<>();
        for (int k = 0; k < values.size(); k++) {
            parts.add(classes.get(k).name() + " | " + classes.get(k + 1).name() + " "
                    + Numbers.significant(values.get(k), 4));
        }
        return Chapter.note(
                "Thresholds between neighbouring classes, on the raw scale, never penalised: "
                        + String.join(", ", parts)
                        + ". The log-odds of a class above a threshold are the sum of coefficient × feature minus the threshold.");
    }

    private static Markup deviance(Run run) {
        LossWords.Total total = LossWords.total(run.objective().loss());
        return Chapter.note(Words.capital(total.words()) + " on the training rows: "
                + Numbers.significant(total.factor() * run.solution().deviance(), 6) + "; "
                + Numbers.significant(total.factor() * run.solution().nullDeviance(), 6) + " without features.");
    }

    private static Markup leftOut(Facts facts) {
        int all = facts.features() - facts.kept().size();
        int never = facts.run().solution().neverIn();
        List<String> named = facts.run().solution().leftOut();
        if (all <= 0) {
            return Markup.NONE;
        }
        List<String> parts = new ArrayList<>();
        if (!named.isEmpty()) {
            List<String> names = named.subList(0, Math.min(LEFT_OUT, named.size()));
            int more = all - never - names.size();
            parts.add((named.size() > 1 ? "next in line first: " : "")
                    + Words.list(names, LEFT_OUT)
                    + (more > 0 ? " and " + Numbers.count(more) + " more" : ""));
        }
        if (never > 0) {
            parts.add("at every smaller λ of the path too: " + Words.count(never, "feature"));
        }
        return Tag.of("p", "left-out")
                .holding(
                        Tag.of("strong").holding("Left out"),
                        Markup.text(" (" + Numbers.count(all) + ") " + String.join("; ", parts) + "."));
    }
}

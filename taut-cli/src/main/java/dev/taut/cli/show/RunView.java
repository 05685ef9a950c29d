package dev.taut.cli.show;

import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.TextTable;
import dev.taut.cli.terminal.Wrap;
import dev.taut.finding.Wording;
import dev.taut.run.DataSummary;
import dev.taut.run.Effect;
import dev.taut.run.Holdout;
import dev.taut.run.LossWords;
import dev.taut.run.Run;
import dev.taut.run.SolutionSummary.CoefficientRow;
import dev.taut.run.Tuning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A tuned run as the block that stands under {@code taut fit}: what was chosen, how good it is, what it consists of,
 * and what regularization did.
 *
 * @param run      what is shown; nothing else is
 * @param console  where
 * @param markdown whether tables are Markdown
 * @param all      whether no row is left out, and how the path was computed is said
 */
public record RunView(Run run, Console console, boolean markdown, boolean all) {
    private static final int SHOWN = 20;
    private static final double WEAK = 0.7;
    /** Of a name in a list; levels of a category can be whole sentences. */
    private static final int LONGEST = 40;

    /** Prints the block. */
    public void print() {
        head();
        figures();
        effect();
        coefficients();
        InteractionWords.of(run).ifPresent(this::paragraph);
        elsewhere();
        if (all) {
            paragraph("computed by: " + run.path().plan());
            run.tuning().ifPresent(tuning -> paragraph("folds: " + tuning.plan()));
            console.result("");
        }
    }

    private void head() {
        int columns = run.path().designColumns();
        long kept = run.solution().coefficients().stream()
                .map(CoefficientRow::feature)
                .distinct()
                .count();
        String left = console.letters().of("  " + Words.chosen(run));
        String right = Wording.count(kept) + " of " + Wording.count(columns, "feature", "features") + " kept";
        int space = Console.WIDTH - left.length() - right.length();
        console.result("");
        console.result(left + (space < 2 ? "  " : " ".repeat(space)) + right);
        console.result("  " + deviance());
        if (!run.objective().borrowed().isEmpty()) {
            paragraph(run.objective().borrowed());
        }
        console.result("");
    }

    private String deviance() {
        LossWords.Total total = LossWords.total(run.objective().loss());
        double deviance = total.factor() * run.solution().deviance();
        double none = total.factor() * run.solution().nullDeviance();
        return total.words() + " " + Numbers.significant(deviance, 6) + " of " + Numbers.significant(none, 6) + " ("
                + Numbers.percent(OptionalDouble.of(1 - deviance / none)) + " explained)";
    }

    /** One row per metric: cross-validated, held out, and what no model would give. */
    private void figures() {
        TextTable table = new TextTable("error", ">cross-validated", ">held-out", ">no model");
        String tuned = run.tuning().map(Tuning::metric).orElse("");
        List<Holdout.MetricRow> held = run.holdout().map(Holdout::metrics).orElse(List.of());
        boolean listed = held.stream().anyMatch(m -> m.name().equals(tuned));
        if (!listed) {
            run.tuning().ifPresent(t -> table.row(Words.metric(tuned), crossValidated(t), "–", noModel()));
        }
        for (Holdout.MetricRow metric : held) {
            String validated = metric.name().equals(tuned)
                    ? run.tuning().map(RunView::crossValidated).orElse("")
                    : "";
            table.row(
                    Words.metric(metric.name()),
                    validated,
                    Numbers.brief(metric.value()),
                    Numbers.brief(metric.noModel()));
        }
        show(table);
        Words.nested(run).ifPresent(text -> {
            paragraph(text);
            console.result("");
        });
    }

    private static String crossValidated(Tuning tuning) {
        Tuning.Point point = tuning.points().get(tuning.chosen());
        return Numbers.plusMinus(OptionalDouble.of(point.mean()), OptionalDouble.of(point.standardError()));
    }

    private String noModel() {
        return run.effect().rows().stream()
                .filter(row -> row.label().equals("no model"))
                .map(row -> Numbers.brief(row.crossValidated()))
                .findFirst()
                .orElse("–");
    }

    /** Did regularization help? One row for no model, no penalty, λ.min, λ.1se and the choice. */
    private void effect() {
        if (run.effect().rows().isEmpty()) {
            return;
        }
        console.result("  did regularization help?");
        console.result("");
        String metric = Words.metric(run.effect().metric());
        TextTable table = new TextTable(metric, ">λ", ">active", ">train", ">cross-validated", ">held-out");
        List<String> remarks = new ArrayList<>();
        for (Effect.Row row : run.effect().rows()) {
            boolean absent = !row.note().isEmpty();
            table.row(
                    label(row.label()),
                    Numbers.brief(row.lambda()),
                    absent ? "–" : Wording.count(row.active()),
                    Numbers.brief(row.train()),
                    Numbers.plusMinus(row.crossValidated(), row.standardError()),
                    Numbers.brief(row.holdout()));
            if (absent) {
                remarks.add("  " + label(row.label()) + ": " + row.note());
            }
        }
        show(table);
        remarks.forEach(console::result);
        if (!remarks.isEmpty()) {
            console.result("");
        }
    }

    private static String label(String label) {
        return switch (label) {
            case "none" -> "no penalty";
            case "minimum" -> "λ.min";
            case "1se" -> "λ.1se";
            default -> label;
        };
    }

    private void coefficients() {
        List<CoefficientRow> rows = run.solution().coefficients();
        boolean classes = rows.stream().anyMatch(row -> !row.output().isEmpty());
        boolean selected = rows.stream().anyMatch(row -> row.selected().isPresent());
        boolean ratio = rows.stream().anyMatch(row -> row.ratio().isPresent());
        List<String> headings = new ArrayList<>(List.of("feature"));
        if (classes) {
            headings.add("class");
        }
        headings.addAll(List.of(">per unit", ">standardized"));
        if (ratio) {
            headings.add(">" + LossWords.ratio(run.objective().loss()).orElseThrow());
        }
        if (selected) {
            headings.addAll(List.of(">selected", ""));
        }
        TextTable table = new TextTable(headings.toArray(String[]::new));
        int shown = all ? rows.size() : Math.min(SHOWN, rows.size());
        for (CoefficientRow row : rows.subList(0, shown)) {
            List<String> cells = new ArrayList<>(List.of(row.feature()));
            if (classes) {
                cells.add(row.output());
            }
            cells.addAll(List.of(Numbers.significant(row.raw(), 4), Numbers.signed(row.standardized())));
            if (ratio) {
                cells.add(Numbers.brief(row.ratio()));
            }
            if (selected) {
                cells.addAll(List.of(Numbers.percent(row.selected()), weak(row)));
            }
            table.row(cells.toArray(String[]::new));
        }
        intercepts(table, headings.size(), classes);
        show(table);
        if (shown < rows.size()) {
            console.result("  … " + Wording.count(rows.size() - shown) + " more: -v shows all");
            console.result("");
        }
        leftOut();
    }

    /** The chosen λ in the terms of other libraries. */
    private void elsewhere() {
        String strengths = new ObjectiveCard(run).strengths();
        if (!strengths.isEmpty()) {
            paragraph("this λ elsewhere: " + strengths + " (calls: taut explain objective RUN)");
            console.result("");
        }
    }

    private static String weak(CoefficientRow row) {
        return row.selected().orElse(1) < WEAK ? "← weak" : "";
    }

    private void intercepts(TextTable table, int cells, boolean classes) {
        if (run.objective().loss().equals("ordinal")) {
            thresholds(table, cells);
        }
        if (!run.objective().intercept()) {
            return;
        }
        Map<String, Double> values = new LinkedHashMap<>();
        List<Double> intercepts = run.solution().intercepts();
        for (int k = 0; k < intercepts.size(); k++) {
            values.put(classes ? run.path().outputs().get(k) : "", intercepts.get(k));
        }
        values.forEach((output, value) -> {
            List<String> row = new ArrayList<>(List.of("(intercept)"));
            if (classes) {
                row.add(output);
            }
            row.add(Numbers.significant(value, 4));
            while (row.size() < cells) {
                row.add("");
            }
            table.row(row.toArray(String[]::new));
        });
    }

    private void thresholds(TextTable table, int cells) {
        List<DataSummary.ClassCount> classes = run.data().target().classes();
        List<Double> values = run.solution().intercepts();
        for (int k = 0; k < values.size(); k++) {
            List<String> row = new ArrayList<>(List.of(
                    "(" + classes.get(k).name() + " | " + classes.get(k + 1).name() + ")",
                    Numbers.significant(values.get(k), 4)));
            while (row.size() < cells) {
                row.add("");
            }
            table.row(row.toArray(String[]::new));
        }
    }

    private void leftOut() {
        List<String> names = run.solution().leftOut().stream()
                .map(name -> console.letters().fit(name, LONGEST))
                .toList();
        int never = run.solution().neverIn();
        if (!names.isEmpty()) {
            int shown = all ? names.size() : Math.min(SHOWN, names.size());
            String more = shown < names.size() ? " and " + Wording.count(names.size() - shown) + " more" : "";
            paragraph("left out, next in line first: " + String.join(", ", names.subList(0, shown)) + more);
        }
        if (never > 0) {
            paragraph("left out at every smaller λ too: " + Wording.count(never, "feature", "features"));
        }
        if (!names.isEmpty() || never > 0) {
            console.result("");
        }
    }

    private void paragraph(String text) {
        Wrap.lines("  " + console.letters().of(text), Console.WIDTH, "    ").forEach(console::result);
    }

    private void show(TextTable table) {
        if (table.isEmpty()) {
            return;
        }
        console.table(table, markdown);
        console.result("");
    }
}

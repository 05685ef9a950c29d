package dev.taut.cli.show;

import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.TextTable;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import dev.taut.run.Diagnosis;
import dev.taut.run.Holdout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A model on other rows, as a user reads it.
 *
 * @param figures  what is shown
 * @param console  where
 * @param markdown whether tables are Markdown
 */
public record EvaluationView(Holdout figures, Console console, boolean markdown) {
    /** Metrics, classes and confusions. */
    public void print() {
        console.result("");
        TextTable metrics =
                new TextTable(Wording.count(figures.rows(), "row", "rows"), ">model", ">no model", "better");
        figures.metrics()
                .forEach(m -> metrics.row(
                        Words.metric(m.name()), Numbers.brief(m.value()), Numbers.brief(m.noModel()), m.better()));
        show(metrics);
        if (!figures.classes().isEmpty()) {
            classes();
        }
        figures.diagnosis().residuals().ifPresent(this::residuals);
        if (!figures.diagnosis().decisions().isEmpty()) {
            decisions(figures.diagnosis());
        }
    }

    /** Whether predictions are off in one direction somewhere, and whether errors grow with them. */
    private void residuals(Diagnosis.Residuals residuals) {
        TextTable table = new TextTable(">predicted", ">mean residual", ">root size", ">rows");
        for (Diagnosis.Band band : residuals.bands()) {
            table.row(
                    Numbers.brief(band.predicted()),
                    Numbers.plusMinus(OptionalDouble.of(band.mean()), OptionalDouble.of(band.standardError())),
                    Numbers.fixed(band.rootSize(), 2),
                    Wording.count(band.rows()));
        }
        show(table);
        String kind = residuals.kind().equals("pearson") ? "Pearson residuals" : "residuals";
        console.result("  " + kind + ": " + residuals.curved() + " of "
                + residuals.bands().size() + " bands off by more than two standard errors;");
        console.result("  errors at the top " + Numbers.fixed(residuals.fanning(), 2) + " times those at the bottom; "
                + Numbers.percent(OptionalDouble.of(residuals.far())) + " of rows beyond 3 spreads");
        console.result("");
    }

    /** What an alarm above 1/(1 + cost of a miss) does. */
    private void decisions(Diagnosis diagnosis) {
        TextTable table =
                new TextTable(">a miss costs", ">threshold", ">alarms", ">caught", ">cost", ">never", ">always");
        for (Diagnosis.Decision d : diagnosis.decisions()) {
            table.row(
                    Numbers.brief(d.missCost()),
                    Numbers.fixed(d.threshold(), 3),
                    Numbers.percent(OptionalDouble.of(d.alarms())),
                    Numbers.percent(OptionalDouble.of(d.recall())),
                    Numbers.fixed(d.cost(), 3),
                    Numbers.fixed(d.never(), 3),
                    Numbers.fixed(d.always(), 3));
        }
        show(table);
        console.result("  costs per row, where a false alarm costs 1; average precision "
                + Numbers.fixed(diagnosis.averagePrecision(), 3));
        console.result("");
    }

    private void classes() {
        List<String> headings = new ArrayList<>(List.of("class", ">rows", ">precision", ">recall", ">F1"));
        boolean few = figures.classes().size() <= 5;
        if (few) {
            figures.classes().forEach(c -> headings.add(">as " + c.name()));
        }
        TextTable table = new TextTable(headings.toArray(String[]::new));
        for (int k = 0; k < figures.classes().size(); k++) {
            Holdout.ClassRow row = figures.classes().get(k);
            List<String> cells = new ArrayList<>(List.of(
                    row.name(),
                    Wording.count(row.rows()),
                    Numbers.fixed(row.precision(), 3),
                    Numbers.fixed(row.recall(), 3),
                    Numbers.fixed(row.f1(), 3)));
            if (few) {
                figures.confusion().get(k).forEach(n -> cells.add(Wording.count(n)));
            }
            table.row(cells.toArray(String[]::new));
        }
        show(table);
    }

    private void show(TextTable table) {
        console.table(table, markdown);
        console.result("");
    }

    /** The same as JSON: {@code figures} as in {@code run.json}, {@code findings}. */
    public static String json(Holdout figures, List<Finding> findings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "taut.evaluation/1");
        json.put("figures", figures);
        json.put("findings", Json.findings(findings));
        return Json.write(json);
    }
}

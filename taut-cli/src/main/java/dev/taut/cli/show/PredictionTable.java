package dev.taut.cli.show;

import dev.taut.LinearModel;
import dev.taut.Model;
import dev.taut.Predictions;
import dev.taut.data.Column;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.data.Task;
import dev.taut.data.TextColumn;
import dev.taut.finding.Code;
import dev.taut.finding.DidYouMean;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Predictions as a table: kept columns, {@code prediction} for numbers, {@code hazard_ratio} for survival, {@code label} and one {@code p_CLASS} per class
 * for classes or {@code decision_value} of a margin loss, and one {@code add_FEATURE} per coefficient if asked.
 *
 * @param model       what predicted
 * @param rows        for which rows
 * @param predictions what it predicted
 * @param times       when survival is asked for
 */
public record PredictionTable(Model model, Table rows, Predictions predictions, double[] times) {
    public PredictionTable(Model model, Table rows, Predictions predictions) {
        this(model, rows, predictions, new double[0]);
    }

    /** With the probability of survival at these times, columns {@code survival_TIME}. */
    public PredictionTable surviving(double... at) {
        return new PredictionTable(model, rows, predictions, at);
    }

    /**
     * The table; the contributions of a row, the intercept and the offset sum to its linear predictor.
     *
     * @param keep          columns to carry along
     * @param contributions [coefficient][row]; empty for none
     * @throws Refused if a column to keep is not there (T0101)
     */
    public Table with(List<String> keep, double[][] contributions) {
        Set<String> taken = new HashSet<>();
        List<Column> columns = new ArrayList<>();
        for (String name : keep) {
            columns.add(distinct(kept(name.strip()), taken));
        }
        if (predictions.task().isClassification()) {
            columns.add(distinct(labels(), taken));
            if (predictions.margin()) {
                columns.add(distinct(NumericColumn.of("decision_value", each(predictions::mean)), taken));
            }
            for (int k = 0; k < predictions.classes().size() && !predictions.margin(); k++) {
                columns.add(distinct(probabilities(k), taken));
            }
        } else {
            String name = predictions.task() == Task.SURVIVAL ? "hazard_ratio" : "prediction";
            columns.add(distinct(NumericColumn.of(name, each(predictions::mean)), taken));
        }
        double[][] survival = times.length > 0 && model instanceof LinearModel linear
                ? linear.survival(rows, predictions, times)
                : new double[0][];
        for (int k = 0; k < survival.length; k++) {
            columns.add(distinct(NumericColumn.of("survival_" + Numbers.plain(times[k]), survival[k]), taken));
        }
        for (int k = 0; k < contributions.length; k++) {
            columns.add(distinct(NumericColumn.of(added((LinearModel) model, k), contributions[k]), taken));
        }
        return Table.of(rows.source(), columns);
    }

    private Column kept(String name) {
        return rows.find(name).orElseThrow(() -> {
            Finding finding = Finding.of(
                    Code.TARGET_NOT_FOUND,
                    name,
                    "column `" + name + "` to keep is not in " + rows.source().name());
            return new Refused(DidYouMean.of(name, rows.names())
                    .map(near -> finding.because("did you mean `" + near + "`?").help("--keep " + near))
                    .orElse(finding));
        });
    }

    private Column labels() {
        return TextColumn.of(
                "label",
                IntStream.range(0, predictions.rows())
                        .mapToObj(predictions::label)
                        .toList());
    }

    private Column probabilities(int k) {
        return NumericColumn.of("p_" + predictions.classes().get(k), each(row -> predictions.probability(row, k)));
    }

    private double[] each(java.util.function.IntToDoubleFunction value) {
        return IntStream.range(0, predictions.rows()).mapToDouble(value).toArray();
    }

    private String added(LinearModel linear, int k) {
        LinearModel.Term term = linear.coefficients().get(k);
        String name = "add_" + term.feature();
        return linear.outputs() > 1 ? name + "_" + predictions.classes().get(term.output()) : name;
    }

    private static Column distinct(Column column, Set<String> taken) {
        String name = column.name();
        for (int k = 2; !taken.add(name); k++) {
            name = column.name() + "_" + k;
        }
        return column.named(name);
    }

    /** The table as JSON: {@code columns}, {@code rows} as lists in their order, {@code findings}. */
    public static String json(Table answer, Predictions predictions) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "taut.predictions/1");
        json.put("task", predictions.task().word());
        json.put("columns", answer.names());
        json.put(
                "rows",
                IntStream.range(0, answer.rows())
                        .mapToObj(row -> answer.columns().stream()
                                .map(column -> cell(column, row))
                                .toList())
                        .toList());
        json.put("findings", Json.findings(predictions.findings()));
        return Json.write(json);
    }

    private static Object cell(Column column, int row) {
        return column instanceof NumericColumn numbers && !column.isMissing(row)
                ? (Object) numbers.value(row)
                : column.text(row);
    }
}

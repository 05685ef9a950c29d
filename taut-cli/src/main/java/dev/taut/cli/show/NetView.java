package dev.taut.cli.show;

import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.TextTable;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import dev.taut.neural.NetFit;
import dev.taut.neural.layer.Layer;
import dev.taut.neural.penalty.Sparsity;
import dev.taut.run.Holdout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A net that has learnt, as a user reads it.
 *
 * @param fit    the net and its history
 * @param tested its figures on rows that it never saw
 * @param line   those of a tuned lasso on the same rows
 */
public record NetView(NetFit fit, Optional<Holdout> tested, Optional<Holdout> line) {
    /** Layers with what is zero in them, and the figures. */
    public void print(Console console, boolean markdown) {
        console.result("");
        console.result("  " + fit.model().net().input() + " → "
                + String.join(
                        " → ",
                        fit.model().net().layers().stream()
                                .map(Layer::layerName)
                                .toList()));
        console.result("");
        TextTable layers = new TextTable("layer", ">weights", ">zero", ">units", ">dead", ">inputs", ">unused");
        for (Sparsity.OfLayer layer : fit.model().sparsity().layers()) {
            layers.row(
                    layer.layer(),
                    Wording.count(layer.weights()),
                    percent(layer.zeros(), layer.weights()),
                    Wording.count(layer.units()),
                    Wording.count(layer.dead()),
                    Wording.count(layer.inputs()),
                    Wording.count(layer.unused()));
        }
        console.table(layers, markdown);
        console.result("");
        console.result("  " + kept());
        tested.ifPresent(figures -> new EvaluationView(figures, console, markdown).print());
        line.ifPresent(figures -> console.result("  a line with a tuned lasso reaches "
                + figures.metrics().stream()
                        .limit(3)
                        .map(m -> Words.metric(m.name()) + " " + Numbers.brief(m.value()))
                        .collect(Collectors.joining(", "))));
    }

    private String kept() {
        String why = switch (fit.trained().end()) {
            case EPOCHS -> "all epochs were done";
            case EARLY -> "the validation loss no longer fell";
            case DIVERGED -> "the loss was no longer a number";
            case CANCELLED -> "cancelled";
        };
        return "ended after " + Wording.count(fit.trained().history().size(), "epoch", "epochs") + " (" + why
                + "); weights of epoch " + fit.trained().kept();
    }

    private static String percent(int part, int whole) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / Math.max(1, whole));
    }

    /** All of it: what it is, every epoch, the figures, the findings. */
    public String json(List<Finding> findings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "taut.net-run/1");
        json.put(
                "layers",
                fit.model().net().layers().stream().map(Layer::layerName).toList());
        json.put("parameters", fit.model().theta().length);
        json.put("target", fit.model().targets().column());
        json.put("task", fit.model().targets().task().word());
        json.put("origin", fit.model().origin());
        json.put("sparsity", fit.model().sparsity().layers());
        json.put("history", fit.trained().history());
        json.put("figures", tested);
        json.put("line", line);
        json.put("findings", Json.findings(findings));
        return Json.write(json);
    }
}

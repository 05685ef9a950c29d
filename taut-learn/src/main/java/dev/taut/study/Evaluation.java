package dev.taut.study;

import dev.taut.LinearModel;
import dev.taut.Model;
import dev.taut.Predictions;
import dev.taut.check.Amounts;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.Table;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.loss.Target;
import dev.taut.metric.Diagnostics;
import dev.taut.metric.Scored;
import dev.taut.recipe.MissingColumns;
import dev.taut.recipe.Targets;
import dev.taut.run.Holdout;
import java.util.List;

/**
 * A model on other rows whose target is known.
 *
 * @param figures  metrics and diagnostics; "no model" predicts these rows' own mean or class shares, the best that a
 *                 model without features could do on them; where means grow with an exposure, their own rate
 * @param findings unseen levels, rows outside the training range
 */
public record Evaluation(Holdout figures, List<Finding> findings) {
    public Evaluation {
        findings = List.copyOf(findings);
    }

    /**
     * Scores the rows and compares with their target.
     *
     * @param weights column of case weights; empty for none
     * @throws dev.taut.finding.Refused if the target or a column of the model is lacking or unusable
     */
    public static Evaluation of(Model model, Table rows, String weights, MissingColumns missing) {
        Targets targets = model.targets();
        Dataset data = targets.over(rows);
        if (!weights.isEmpty()) {
            data = data.with(Role.WEIGHTS, weights);
        }
        if (data.target() instanceof NumericColumn numbers
                && model instanceof LinearModel linear
                && !targets.task().isClassification()) {
            Refused.ifAny(Amounts.problem(numbers, linear.loss()).stream().toList());
        }
        Target target = targets.encode(data);
        double[] w = Targets.weights(data);
        Predictions predictions = model.predict(rows, missing);
        double[] noModel = model.noModel(rows, target, w);
        Scored scored = new Scored(target, predictions.means(), w, predictions.margin());
        Holdout figures = Diagnostics.of(
                targets.task(),
                model.metrics(),
                targets.classes(),
                scored,
                new Scored(target, noModel, w, predictions.margin()));
        return new Evaluation(
                model instanceof LinearModel linear ? Diagnostics.dispersed(figures, linear.loss(), scored) : figures,
                predictions.findings());
    }
}

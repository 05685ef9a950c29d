package dev.taut.study;

import dev.taut.LinearModel;
import dev.taut.Predictions;
import dev.taut.data.Dataset;
import dev.taut.data.Role;
import dev.taut.data.Table;
import dev.taut.finding.Finding;
import dev.taut.loss.Target;
import dev.taut.metric.Diagnostics;
import dev.taut.metric.Metrics;
import dev.taut.metric.Scored;
import dev.taut.recipe.MissingColumns;
import dev.taut.recipe.Targets;
import dev.taut.run.Holdout;
import java.util.List;

/**
 * A model on other rows whose target is known.
 *
 * @param figures  metrics and diagnostics; "no model" predicts these rows' own mean or class shares, the best that a
 *                 model without features could do on them
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
    public static Evaluation of(LinearModel model, Table rows, String weights, MissingColumns missing) {
        Targets targets = model.targets();
        Dataset data = Dataset.of(rows, targets.column()).task(targets.task());
        if (!weights.isEmpty()) {
            data = data.with(Role.WEIGHTS, weights);
        }
        Target target = targets.encode(data);
        double[] w = Targets.weights(data);
        Predictions predictions = model.predict(rows, missing);
        double[] noModel = Metrics.noModel(target, w, rows.rows());
        return new Evaluation(
                Diagnostics.of(
                        targets.task(),
                        targets.classes(),
                        new Scored(target, predictions.means(), w),
                        new Scored(target, noModel, w)),
                predictions.findings());
    }
}

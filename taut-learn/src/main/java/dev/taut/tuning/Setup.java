package dev.taut.tuning;

import dev.taut.check.CheckedData;
import dev.taut.data.Dataset;
import dev.taut.finding.Finding;
import dev.taut.fold.HoldoutPlan;
import dev.taut.fold.Holdouts;
import dev.taut.recipe.Targets;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a study before anything is estimated: those that teach, and those that nothing but the last test sees.
 *
 * @param all     every usable row
 * @param train   rows to learn and tune on
 * @param test    rows held out; none if there is no holdout
 * @param targets the target's coding, classes taken from all rows
 * @param holdout how rows were held out
 * @param findings of the checks and of the split
 */
public record Setup(
        Dataset all, Dataset train, Dataset test, Targets targets, HoldoutPlan holdout, List<Finding> findings) {

    public static Setup of(CheckedData checked, FitPlan plan) {
        Dataset data = plan.folds().roles(plan.linear().typed(checked.orRefuse()));
        HoldoutPlan holdout = Holdouts.split(data, plan.holdout(), plan.seed());
        List<Finding> findings = new ArrayList<>(checked.findings());
        findings.addAll(holdout.findings());
        return new Setup(
                data,
                data.rows(holdout.split().train()),
                data.rows(holdout.split().test()),
                Targets.of(data),
                holdout,
                findings);
    }
}

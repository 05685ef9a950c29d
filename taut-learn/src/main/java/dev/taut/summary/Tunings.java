package dev.taut.summary;

import dev.taut.run.Tuning;
import dev.taut.tuning.CrossValidation;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Tuned;
import java.util.ArrayList;
import java.util.List;

/** A cross-validation curve as a reader sees it. */
public final class Tunings {
    private Tunings() {}

    public static Tuning of(Tuned tuned, FitPlan plan) {
        CrossValidation validation = tuned.validation();
        List<Tuning.Point> points = new ArrayList<>();
        for (int k = 0; k < tuned.count(); k++) {
            points.add(new Tuning.Point(
                    validation.lambdas()[k],
                    validation.mean(k),
                    validation.error(k),
                    validation.train(k),
                    validation.active(k),
                    validation.folds(k)));
        }
        return new Tuning(
                validation.metric().name(),
                validation.plan().folds(),
                validation.plan().repeats(),
                validation.plan().scheme(),
                points,
                tuned.minimum(),
                tuned.oneStandardError(),
                tuned.chosen(),
                plan.lambda().isPresent() ? "given" : plan.rule().word(),
                validation.how());
    }
}

package dev.taut.summary;

import dev.taut.run.Tuning;
import dev.taut.run.Tuning.CriterionSummary;
import dev.taut.run.Tuning.NestedSummary;
import dev.taut.tuning.Criterion;
import dev.taut.tuning.CrossValidation;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Nested;
import dev.taut.tuning.Tuned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;

/** A cross-validation curve as a reader sees it. */
public final class Tunings {
    private Tunings() {}

    /** @param nested of the same procedure, if it was asked for */
    public static Tuning of(Tuned tuned, FitPlan plan, Optional<Nested> nested) {
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
                validation.how(),
                plan.rule().isCriterion() && plan.lambda().isEmpty()
                        ? Optional.of(criterion(Criterion.of(plan.rule(), tuned.path(), tuned.count())))
                        : Optional.empty(),
                nested.map(n -> nested(n, validation.mean(tuned.chosen()))));
    }

    private static CriterionSummary criterion(Criterion criterion) {
        return new CriterionSummary(
                criterion.rule().word(),
                DoubleStream.of(criterion.values()).boxed().toList(),
                DoubleStream.of(criterion.degrees()).boxed().toList());
    }

    private static NestedSummary nested(Nested nested, double own) {
        double mean = nested.losses().mean();
        return new NestedSummary(
                mean,
                nested.losses().error(),
                mean - own,
                nested.lambdas(),
                nested.sets().stream().map(Set::size).toList());
    }
}

package dev.taut.summary;

import dev.taut.data.Task;
import dev.taut.design.Feature;
import dev.taut.design.Features;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.recipe.Encoded;
import dev.taut.recipe.Targets;
import dev.taut.run.Effect;
import dev.taut.run.Shrinkage;
import dev.taut.solver.Coefficients;
import dev.taut.tuning.FoldFit;
import dev.taut.tuning.Setup;
import dev.taut.tuning.Tuned;
import dev.taut.tuning.TuningMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Did regularization help? The tuning metric for no model, no penalty, minimum, 1se and the chosen λ. */
public final class Effects {
    private static final int LISTED = 60;

    private final Tuned tuned;
    private final Setup setup;
    private final TuningMetric metric;

    private Effects(Tuned tuned, Setup setup) {
        this.tuned = tuned;
        this.setup = setup;
        this.metric = tuned.validation().metric();
    }

    public static Effect of(Tuned tuned, Setup setup) {
        return new Effects(tuned, setup).effect();
    }

    /** With what happened to the coefficients, and a picture of why. */
    public static Effect of(Tuned tuned, Setup setup, Optional<Shrinkage.Picture> picture) {
        Effect effect = of(tuned, setup);
        OptionalInt none = tuned.unpenalised();
        return none.isEmpty()
                ? effect
                : new Effect(
                        effect.metric(),
                        effect.rows(),
                        Optional.of(shrinkage(tuned, tuned.knot(none.getAsInt()), picture)));
    }

    private static Shrinkage shrinkage(Tuned tuned, Knot none, Optional<Shrinkage.Picture> picture) {
        Coefficients whole = none.coefficients();
        Coefficients chosen = tuned.knot(tuned.chosen()).coefficients();
        double[] before = whole.dense();
        double[] after = chosen.dense();
        List<String> outputs = tuned.path().outputs();
        int columns = whole.columns();
        List<Shrinkage.Row> rows = IntStream.range(0, before.length)
                .boxed()
                .filter(c -> before[c] != 0 || after[c] != 0)
                .sorted(Comparator.comparingDouble(c -> -Math.abs(before[c])))
                .limit(LISTED)
                .map(c -> new Shrinkage.Row(
                        tuned.path().path().features().get(c % columns).name(),
                        outputs.get(c / columns),
                        before[c],
                        after[c]))
                .toList();
        return new Shrinkage(chosen.l1Norm() / whole.l1Norm(), length(after) / length(before), rows, picture);
    }

    private static double length(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).sum());
    }

    private Effect effect() {
        List<Effect.Row> rows = new ArrayList<>();
        rows.add(noModel());
        rows.add(unpenalised());
        if (!Tuned.isUnpenalised(tuned.spec())) {
            rows.add(row("minimum", tuned.minimum()));
            rows.add(row("1se", tuned.oneStandardError()));
        }
        rows.add(row("chosen", tuned.chosen()));
        return new Effect(metric.name(), rows);
    }

    private Effect.Row noModel() {
        double base = metric.measures(tuned.path().loss())
                ? metric.fromDatafit(tuned.knot(0).certificate().scale())
                : FoldFit.trainLoss(tuned.path(), tuned.path().path().nullModel(), metric);
        return new Effect.Row(
                "no model",
                OptionalDouble.empty(),
                0,
                OptionalDouble.of(metric.shown(base)),
                OptionalDouble.of(tuned.validation().nullMean()),
                OptionalDouble.of(tuned.validation().nullError()),
                holdout(tuned.path().path().nullModel()),
                "");
    }

    private Effect.Row unpenalised() {
        if (Tuned.isUnpenalised(tuned.spec())) {
            return row("none", tuned.chosen());
        }
        OptionalInt index = tuned.unpenalised();
        return index.isPresent() ? row("none", index.getAsInt()) : absent();
    }

    private Effect.Row absent() {
        return new Effect.Row(
                "none",
                OptionalDouble.of(0),
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                whyAbsent());
    }

    private String whyAbsent() {
        if (tuned.spec().glmnet().isPresent()) {
            return "not fitted: glmnet's grid ends before λ = 0";
        }
        boolean saturated = !tuned.path().path().ended().equals(dev.taut.path.LambdaPath.COMPLETE);
        if (saturated && setup.targets().task() != Task.REGRESSION) {
            return (tuned.path().loss().isMargin() ? "no unique" : "no finite")
                    + " solution: the features explain the target completely";
        }
        Features features = tuned.path().path().features();
        if (features.size() < setup.train().rows() && features.list().stream().anyMatch(Feature::shared)) {
            return "not fitted: too few rows per word";
        }
        return "no unique solution: " + tuned.path().path().features().size() + " features for "
                + setup.train().rows() + " rows";
    }

    private Effect.Row row(String label, int k) {
        Knot knot = tuned.knot(k);
        return new Effect.Row(
                label,
                OptionalDouble.of(knot.lambda()),
                knot.coefficients().active(),
                OptionalDouble.of(metric.shown(FoldFit.trainLoss(tuned.path(), knot, metric))),
                finite(tuned.validation().mean(k)),
                finite(tuned.validation().error(k)),
                holdout(knot.coefficients()),
                "");
    }

    private static OptionalDouble finite(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private OptionalDouble holdout(Coefficients standardized) {
        if (!setup.holdout().exists()) {
            return OptionalDouble.empty();
        }
        Encoded encoded = tuned.path().recipe().encode(setup.test().table());
        Target target = setup.targets().encode(setup.test());
        double[] means = tuned.path().means(tuned.path().path().raw(standardized), encoded, setup.test());
        return OptionalDouble.of(metric.shown(metric.base(target, means, Targets.weights(setup.test()))));
    }
}

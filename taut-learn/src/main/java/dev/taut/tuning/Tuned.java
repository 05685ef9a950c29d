package dev.taut.tuning;

import dev.taut.Linear;
import dev.taut.LinearPath;
import dev.taut.data.Dataset;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.fold.FoldPlan;
import dev.taut.path.Knot;
import dev.taut.path.Lambdas;
import dev.taut.penalty.Penalty;
import dev.taut.recipe.Targets;
import dev.taut.solver.Observer;
import java.util.List;
import java.util.OptionalInt;

/**
 * A path on the training rows with its cross-validation curve and what the rules choose on it.
 *
 * @param spec       what was fitted
 * @param path       on all training rows; its last knot may be the unpenalised one
 * @param validation over the same λ
 * @param count      knots that are a choice: all but the unpenalised one that is only there for comparison
 * @param chosen     index of the chosen knot
 */
public record Tuned(Linear spec, LinearPath path, CrossValidation validation, int count, int chosen) {

    public static Tuned of(Linear spec, Dataset train, Targets targets, FitPlan plan, Progress progress) {
        Lambdas lambdas = spec.settings().lambdas();
        if (plan.lambda().isPresent()) {
            lambdas = lambdas.and(plan.lambda().getAsDouble());
        }
        boolean penalised = !isUnpenalised(spec);
        if (penalised && hasUniqueUnpenalised(spec, train, plan.folds().count())) {
            lambdas = lambdas.and(0);
        }
        long start = System.nanoTime();
        LinearPath path = spec.lambdas(lambdas).path(train, targets, watch(progress));
        if (progress.cancelled()) {
            throw new Progress.Cancelled();
        }
        refuseInfinite(path, targets, penalised);
        List<Knot> knots = path.path().knots();
        progress.phase("Walked", walked(path), (System.nanoTime() - start) / 1e9);
        start = System.nanoTime();
        double[] values = knots.stream().mapToDouble(Knot::lambda).toArray();
        CrossValidation validation = CrossValidation.of(spec, train, targets, values, plan, progress);
        progress.phase("Tuned", tuned(validation), (System.nanoTime() - start) / 1e9);
        int count = penalised && knots.size() > 1 && values[values.length - 1] == 0 ? values.length - 1 : values.length;
        int chosen = plan.lambda().isPresent()
                ? indexOf(values, plan.lambda().getAsDouble())
                : validation.choose(plan.rule(), count);
        return new Tuned(spec, path, validation, count, chosen);
    }

    public static boolean isUnpenalised(Linear spec) {
        return spec.settings().penalty().shape().equals(Penalty.none());
    }

    /** Whether every fold has clearly more rows than columns, so that λ = 0 means something. */
    public static boolean hasUniqueUnpenalised(Linear spec, Dataset train, int folds) {
        int columns = spec.settings().recipe().fit(train).features().size();
        double rows = train.rows() * (folds < 2 ? 1 : (folds - 1.0) / folds);
        return columns + 1 < rows;
    }

    private static Observer watch(Progress progress) {
        return new Observer() {
            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }

    /** Without a penalty, classes that can be separated have no finite coefficients. */
    private static void refuseInfinite(LinearPath path, Targets targets, boolean penalised) {
        Knot last = path.path().knots().get(path.path().knots().size() - 1);
        if (!penalised && targets.task().isClassification() && last.devianceExplained() > 1 - 1e-6) {
            throw new Refused(Finding.of(
                            Code.SEPARABLE,
                            targets.column(),
                            "`" + targets.column()
                                    + "` is perfectly separated by the features: without a penalty the coefficients"
                                    + " have no finite value")
                    .help("--penalty ridge (recommended)  or --penalty lasso"));
        }
    }

    private static int indexOf(double[] values, double lambda) {
        for (int k = 0; k < values.length; k++) {
            if (values[k] == lambda) {
                return k;
            }
        }
        throw new IllegalStateException("the path has no knot at lambda " + lambda);
    }

    private static String walked(LinearPath path) {
        List<Knot> knots = path.path().knots();
        return knots.size() == 1
                ? "1 λ = " + Figures.of(knots.get(0).lambda())
                : knots.size() + " λ from " + Figures.of(knots.get(0).lambda()) + " to "
                        + Figures.of(knots.get(knots.size() - 1).lambda()) + " (strong → weak)";
    }

    private static String tuned(CrossValidation validation) {
        FoldPlan plan = validation.plan();
        return plan.folds() + " " + plan.scheme() + " folds"
                + (plan.repeats() > 1 ? " × " + plan.repeats() + " repeats" : "")
                + ", recipe and scaling re-estimated inside each fold";
    }

    public Knot knot(int k) {
        return path.path().knots().get(k);
    }

    /** Index of the unpenalised knot that is there for comparison. */
    public OptionalInt unpenalised() {
        return count < path.path().knots().size() ? OptionalInt.of(count) : OptionalInt.empty();
    }

    public int minimum() {
        return validation.choose(Rule.MINIMUM, count);
    }

    public int oneStandardError() {
        return validation.choose(Rule.ONE_STANDARD_ERROR, count);
    }
}

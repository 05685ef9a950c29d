package dev.taut.tuning;

import dev.taut.Linear;
import dev.taut.LinearPath;
import dev.taut.LinearProblem;
import dev.taut.data.Dataset;
import dev.taut.design.Feature;
import dev.taut.design.Features;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.path.Knot;
import dev.taut.path.Lambdas;
import dev.taut.penalty.Penalty;
import dev.taut.recipe.Targets;
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

    private static final int ROWS_PER_WORD = 10;

    public static Tuned of(Linear spec, Dataset train, Targets targets, FitPlan plan, Progress progress) {
        return of(spec, new FoldedData(spec, train, targets, plan, 1), plan, progress);
    }

    /** The same on rows that other specifications are tuned on, too. */
    public static Tuned of(Linear spec, FoldedData data, FitPlan plan, Progress progress) {
        boolean penalised = !isUnpenalised(spec);
        LinearProblem problem = data.problem(spec);
        Lambdas lambdas = spec.settings().lambdas();
        if (plan.lambda().isPresent()) {
            lambdas = lambdas.and(plan.lambda().getAsDouble());
        }
        if (penalised && hasUniqueUnpenalised(problem, plan.folds().count())) {
            lambdas = lambdas.and(0);
        }
        PathWithFolds fitted = spec.glmnet().isPresent()
                ? GlmnetFolds.of(problem, data.targets(), plan, progress)
                : PathWithFolds.of(
                        problem, data, lambdas, plan, progress, path -> refuseEndless(path, data.targets(), penalised));
        CrossValidation validation = fitted.validation();
        double[] values = validation.lambdas();
        int count =
                penalised && values.length > 1 && values[values.length - 1] == 0 ? values.length - 1 : values.length;
        int chosen = plan.lambda().isPresent()
                ? indexOf(fitted.labels(), plan.lambda().getAsDouble())
                : choose(plan.rule(), fitted.path(), validation, count);
        return new Tuned(spec, fitted.path(), validation, count, chosen);
    }

    private static int choose(Rule rule, LinearPath path, CrossValidation validation, int count) {
        return rule.isCriterion() ? Criterion.of(rule, path, count).best() : validation.choose(rule, count);
    }

    /**
     * Of several specifications tuned on the same folds, the one with the smallest error.
     *
     * @param given whether λ was given, so that errors are those at it
     */
    public static int best(List<Tuned> variants, boolean given) {
        int best = 0;
        for (int v = 1; v < variants.size(); v++) {
            if (variants.get(v).least(given) < variants.get(best).least(given)) {
                best = v;
            }
        }
        return best;
    }

    private double least(boolean given) {
        return validation.base(given ? chosen : minimum());
    }

    /** Index of the knot that a rule chooses. */
    public int choose(Rule rule) {
        return choose(rule, path, validation, count);
    }

    public static boolean isUnpenalised(Linear spec) {
        return spec.settings().penalty().shape().equals(Penalty.none());
    }

    /** Whether every fold has clearly more rows than columns, so that λ = 0 means something. */
    public static boolean hasUniqueUnpenalised(Linear spec, Dataset train, int folds) {
        return hasUniqueUnpenalised(spec.settings().recipe().fit(train).features(), train.rows(), folds);
    }

    private static boolean hasUniqueUnpenalised(LinearProblem problem, int folds) {
        return hasUniqueUnpenalised(problem.problem().features(), problem.data().rows(), folds);
    }

    private static boolean hasUniqueUnpenalised(Features features, int rows, int folds) {
        double taught = rows * (folds < 2 ? 1 : (folds - 1.0) / folds);
        return features.size() + 1 < taught && !isMostlyText(features, taught);
    }

    /** Words that few rows hold: their rows are explained completely, or so nearly that a solution takes forever. */
    private static boolean isMostlyText(Features features, double rows) {
        return features.list().stream().filter(Feature::shared).count() * ROWS_PER_WORD > rows;
    }

    /** Without a penalty, classes that can be separated have no finite coefficients, or for a margin loss too many. */
    private static void refuseEndless(LinearPath path, Targets targets, boolean penalised) {
        Knot last = path.path().knots().get(path.path().knots().size() - 1);
        if (!penalised && targets.task().isClassification() && last.devianceExplained() > 1 - 1e-6) {
            throw new Refused(Finding.of(
                            Code.SEPARABLE,
                            targets.column(),
                            "`" + targets.column()
                                    + "` is perfectly separated by the features: without a penalty "
                                    + (path.loss().isMargin()
                                            ? "many planes do so equally well"
                                            : "the coefficients have no finite value"))
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

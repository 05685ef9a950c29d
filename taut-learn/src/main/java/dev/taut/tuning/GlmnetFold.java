package dev.taut.tuning;

import dev.taut.LinearPath;
import dev.taut.LinearProblem;
import dev.taut.data.Dataset;
import dev.taut.data.Task;
import dev.taut.fold.Split;
import dev.taut.glmnet.GlmnetPath;
import dev.taut.loss.Target;
import dev.taut.metric.Scored;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.recipe.Encoded;
import dev.taut.recipe.Targets;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One fold of {@code cv.glmnet}: a path on a grid of its own, its coefficients interpolated at the λ of all rows. */
final class GlmnetFold {
    private static final double SURE = 1e-5;

    private final LinearProblem problem;
    private final Targets targets;
    private final Split split;
    private final Dataset train;
    private final GlmnetPath walked;
    private final LinearPath fitted;
    private final List<Coefficients> raw;

    /** Walks the path of the fold's training rows. */
    GlmnetFold(LinearProblem problem, Targets targets, Split split, double[] lambdas) {
        this.problem = problem;
        this.targets = targets;
        this.split = split;
        this.train = problem.data().rows(split.train());
        LinearProblem own = problem.spec().on(train, targets);
        this.walked = own.glmnet(Observer.SILENT);
        this.fitted = own.with(walked);
        this.raw = Arrays.stream(lambdas).mapToObj(walked::at).toList();
    }

    /** The fold as one, or every test row as a fold of its own. */
    List<FoldFit> judged(TuningMetric metric, boolean byRow) {
        if (targets.task() == Task.SURVIVAL) {
            return List.of(survival());
        }
        Judge learned = new Judge(metric, train);
        Judge held = new Judge(metric, problem.data().rows(split.test()));
        double[] training = along(learned::average);
        Coefficients none = nothing();
        if (!byRow) {
            return List.of(fit(held.weight(), along(held::average), training, held.average(none)));
        }
        List<double[]> losses = raw.stream().map(held::losses).toList();
        double[] without = held.losses(none);
        List<FoldFit> rows = new ArrayList<>();
        for (int i = 0; i < without.length; i++) {
            int row = i;
            double[] test = losses.stream().mapToDouble(l -> l[row]).toArray();
            rows.add(fit(held.weights[i], test, training, without[i]));
        }
        return rows;
    }

    private FoldFit survival() {
        SurvivalFold fold = SurvivalFold.of(problem.spec(), problem.data(), targets, split, fitted);
        return fit(
                fold.eventWeight(),
                along(c -> fold.glmnetDeviance(fold.predictors(c))),
                along(c -> fold.trainingDeviance(fold.predictors(c))),
                fold.glmnetDeviance(fold.predictors(nothing())));
    }

    private double[] along(ToDoubleFunction<Coefficients> figure) {
        return raw.stream().mapToDouble(figure).toArray();
    }

    private Coefficients nothing() {
        return walked.path().raw(walked.path().nullModel());
    }

    private FoldFit fit(double weight, double[] test, double[] training, double nullTest) {
        int[] active = raw.stream().mapToInt(Coefficients::active).toArray();
        return new FoldFit(weight, test, training, active, Kept.of(between()), nullTest);
    }

    /** The interpolated solutions. */
    private LambdaPath between() {
        LambdaPath path = walked.path();
        // Which coefficients are zero is all that is asked of them.
        Knot first = path.knots().get(0);
        return new LambdaPath(
                path.features(),
                path.standardization(),
                path.nullModel(),
                path.symmetric(),
                path.lambdaMax(),
                raw.stream()
                        .map(c -> new Knot(first.lambda(), c, first.certificate(), first.devianceExplained()))
                        .toList(),
                path.ended(),
                path.plan());
    }

    /** The losses of some rows under the coefficients of this fit. */
    private final class Judge {
        private final TuningMetric metric;
        private final Dataset rows;
        private final Encoded encoded;
        private final Target target;
        private final double[] weights;

        Judge(TuningMetric metric, Dataset rows) {
            this.metric = metric;
            this.rows = rows;
            this.encoded = fitted.recipe().encode(rows.table());
            this.target = targets.encode(rows);
            this.weights = Targets.weights(rows);
        }

        double[] losses(Coefficients coefficients) {
            double[] means = fitted.means(coefficients, encoded, rows);
            if (targets.task().isClassification()) {
                for (int i = 0; i < means.length; i++) {
                    means[i] = Math.max(SURE, Math.min(1 - SURE, means[i]));
                }
            }
            return metric.metric().losses(new Scored(target, means, weights));
        }

        double average(Coefficients coefficients) {
            double[] losses = losses(coefficients);
            double sum = 0;
            for (int i = 0; i < losses.length; i++) {
                sum += weights[i] * losses[i];
            }
            return sum / weight();
        }

        double weight() {
            return Arrays.stream(weights).sum();
        }
    }
}

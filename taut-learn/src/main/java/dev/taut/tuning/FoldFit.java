package dev.taut.tuning;

import dev.taut.Linear;
import dev.taut.LinearPath;
import dev.taut.data.Dataset;
import dev.taut.data.Task;
import dev.taut.fold.Split;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.Resamples;
import dev.taut.recipe.Encoded;
import dev.taut.recipe.Targets;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import java.util.Arrays;
import java.util.List;

/**
 * One fold: the whole line (recipe, standardization, path) on its training rows, judged on its test rows.
 *
 * @param weight    sum of the case weights of the test rows
 * @param test      mean row loss on the test rows per λ; NaN where the fit has no finite solution
 * @param train     mean row loss on the training rows per λ
 * @param active    active coefficients per λ
 * @param kept      features with a non-zero coefficient per λ
 * @param nullTest  mean row loss of the model without features on the test rows
 */
public record FoldFit(double weight, double[] test, double[] train, int[] active, Kept kept, double nullTest) {

    public static FoldFit of(
            Linear spec, Dataset data, Targets targets, Split split, double[] lambdas, TuningMetric metric) {
        Dataset training = data.rows(split.train());
        Dataset test = data.rows(split.test());
        LinearPath fitted = spec.lambdas(Lambdas.of(lambdas)).path(training, targets, Observer.SILENT);
        LambdaPath path = fitted.path();
        if (targets.task() == Task.SURVIVAL) {
            SurvivalFold fold = SurvivalFold.of(spec, data, targets, split, fitted);
            double[] risks = path.knots().stream()
                    .mapToDouble(knot -> metric.fromDatafit(fold.loss(knot.coefficients())))
                    .toArray();
            double nothing = metric.fromDatafit(fold.loss(path.nullModel()));
            return of(path, fold.weight(), risks, nothing, lambdas.length, metric);
        }
        Encoded encoded = fitted.recipe().encode(test.table());
        Target target = targets.encode(test);
        double[] weights = Targets.weights(test);
        double[] losses = path.knots().stream()
                .mapToDouble(knot -> metric.base(target, fitted.means(path.raw(knot), encoded, test), weights))
                .toArray();
        double nullLoss = metric.base(target, fitted.means(path.raw(path.nullModel()), encoded, test), weights);
        double[] train = path.knots().stream()
                .mapToDouble(knot -> trainLoss(fitted, knot, metric))
                .toArray();
        return new FoldFit(
                Arrays.stream(weights).sum(),
                filled(lambdas.length, losses),
                filled(lambdas.length, train),
                active(path, lambdas.length),
                Kept.of(path),
                nullLoss);
    }

    /** A fold whose path and losses are known already; the losses are those of its test rows. */
    static FoldFit of(Resamples.Judged judged, double weight, int lambdas, TuningMetric metric) {
        double[] losses =
                Arrays.stream(judged.losses()).map(metric::fromDatafit).toArray();
        return of(judged.path(), weight, losses, metric.fromDatafit(judged.nullLoss()), lambdas, metric);
    }

    private static FoldFit of(
            LambdaPath path, double weight, double[] losses, double nullLoss, int lambdas, TuningMetric metric) {
        double[] test = filled(lambdas, losses);
        List<Knot> knots = path.knots();
        double[] train = filled(
                lambdas,
                knots.stream().mapToDouble(knot -> trainLoss(knot, metric)).toArray());
        return new FoldFit(weight, test, train, active(path, lambdas), Kept.of(path), nullLoss);
    }

    private static int[] active(LambdaPath path, int lambdas) {
        return Arrays.copyOf(
                path.knots().stream()
                        .mapToInt(knot -> knot.coefficients().active())
                        .toArray(),
                lambdas);
    }

    /** These values, then NaN. */
    private static double[] filled(int length, double[] values) {
        double[] filled = Arrays.copyOf(values, length);
        Arrays.fill(filled, values.length, length, Double.NaN);
        return filled;
    }

    /** The mean row loss on the rows of a fit: known from its certificate where the metric is its loss. */
    public static double trainLoss(LinearPath fitted, Knot knot, TuningMetric metric) {
        return metric.measures(fitted.loss())
                ? trainLoss(knot, metric)
                : trainLoss(fitted, knot.coefficients(), metric);
    }

    /** The same from predictions, for standardized coefficients. */
    public static double trainLoss(LinearPath fitted, Coefficients standardized, TuningMetric metric) {
        return metric.base(
                fitted.targets().encode(fitted.training()),
                fitted.trainingMeans(fitted.path().raw(standardized)),
                Targets.weights(fitted.training()));
    }

    private static double trainLoss(Knot knot, TuningMetric metric) {
        return metric.fromDatafit(
                (1 - knot.devianceExplained()) * knot.certificate().scale());
    }
}

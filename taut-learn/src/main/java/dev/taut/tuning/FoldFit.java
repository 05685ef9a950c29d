package dev.taut.tuning;

import dev.taut.Linear;
import dev.taut.LinearPath;
import dev.taut.data.Dataset;
import dev.taut.fold.Split;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.path.Lambdas;
import dev.taut.recipe.Encoded;
import dev.taut.recipe.Targets;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One fold: the whole line (recipe, standardization, path) on its training rows, judged on its test rows.
 *
 * @param weight    sum of the case weights of the test rows
 * @param test      mean row loss on the test rows per λ; NaN where the fit has no finite solution
 * @param train     mean row loss on the training rows per λ
 * @param active    active coefficients per λ
 * @param selected  features with a non-zero coefficient per λ
 * @param nullTest  mean row loss of the model without features on the test rows
 */
public record FoldFit(
        double weight, double[] test, double[] train, int[] active, List<Set<String>> selected, double nullTest) {

    public static FoldFit of(
            Linear spec, Dataset data, Targets targets, Split split, double[] lambdas, TuningMetric metric) {
        Dataset train = data.rows(split.train());
        Dataset test = data.rows(split.test());
        LinearPath path = spec.lambdas(Lambdas.of(lambdas)).path(train, targets, Observer.SILENT);
        Encoded encoded = path.recipe().encode(test.table());
        Target target = targets.encode(test);
        double[] weights = Targets.weights(test);
        double[] testLoss = new double[lambdas.length];
        double[] trainLoss = new double[lambdas.length];
        int[] active = new int[lambdas.length];
        Arrays.fill(testLoss, Double.NaN);
        Arrays.fill(trainLoss, Double.NaN);
        List<Set<String>> selected = new ArrayList<>(Collections.nCopies(lambdas.length, Set.of()));
        for (int k = 0; k < path.path().knots().size(); k++) {
            Knot knot = path.path().knots().get(k);
            Coefficients raw = path.path().raw(knot);
            testLoss[k] = metric.base(target, path.means(raw, encoded, test), weights);
            trainLoss[k] = trainLoss(knot, metric);
            active[k] = raw.active();
            selected.set(k, names(raw, path));
        }
        double nullTest =
                metric.base(target, path.means(path.path().raw(path.path().nullModel()), encoded, test), weights);
        return new FoldFit(Arrays.stream(weights).sum(), testLoss, trainLoss, active, selected, nullTest);
    }

    public static double trainLoss(Knot knot, TuningMetric metric) {
        return metric.fromDatafit(
                (1 - knot.devianceExplained()) * knot.certificate().scale());
    }

    private static Set<String> names(Coefficients raw, LinearPath path) {
        Set<String> names = new HashSet<>();
        for (int k = 0; k < raw.active(); k++) {
            names.add(path.path()
                    .features()
                    .get(raw.coordinate(k) % raw.columns())
                    .name());
        }
        return names;
    }
}

package dev.taut.tuning;

import dev.taut.Linear;
import dev.taut.LinearPath;
import dev.taut.data.Dataset;
import dev.taut.fold.Split;
import dev.taut.loss.Datafit;
import dev.taut.loss.Loss;
import dev.taut.loss.Target;
import dev.taut.recipe.Encoded;
import dev.taut.recipe.Targets;
import dev.taut.solver.Coefficients;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Held-out partial likelihood: that of all rows of a fold minus that of its training rows (Verweij and van Houwelingen 1993; glmnet's
 * grouped version), so that the few test rows need no risk sets of their own.
 */
record SurvivalFold(
        LinearPath fitted,
        Dataset all,
        Encoded encoded,
        Target target,
        Datafit whole,
        Datafit training,
        double[] weights,
        int learning) {

    static SurvivalFold of(Linear spec, Dataset data, Targets targets, Split split, LinearPath fitted) {
        int[] rows = IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test()))
                .toArray();
        Dataset all = data.rows(rows);
        Dataset train = data.rows(split.train());
        Loss loss = spec.loss(data);
        return new SurvivalFold(
                fitted,
                all,
                fitted.recipe().encode(all.table()),
                targets.encode(all),
                loss.on(targets.encode(all), Targets.weights(all)),
                loss.on(targets.encode(train), Targets.weights(train)),
                Targets.weights(all),
                split.train().length);
    }

    /** Linear predictors of all rows, training rows first, for raw coefficients. */
    double[] predictors(Coefficients raw) {
        return fitted.predictors(raw, encoded, all);
    }

    /** Sum of the case weights of the test rows. */
    double weight() {
        return sum(learning, weights.length);
    }

    /** The loss above saturation per unit of test weight. */
    double loss(Coefficients standardized) {
        double[] eta = predictors(fitted.path().raw(standardized));
        double on = sum(0, weights.length) * above(whole, eta);
        double before = sum(0, learning) * above(training, Arrays.copyOf(eta, learning));
        return (on - before) / weight();
    }

    /**
     * The deviance that {@code cv.glmnet} has for this fold per unit of weight of its test rows with events: deviances are those
     * of weights with mean 1, of all rows as of the training rows.
     */
    double glmnetDeviance(double[] eta) {
        double on = weights.length * above(whole, eta);
        double before = learning * above(training, Arrays.copyOf(eta, learning));
        return 2 * (on - before) / eventWeight();
    }

    /** The deviance of the training rows per row. */
    double trainingDeviance(double[] eta) {
        return 2 * above(training, Arrays.copyOf(eta, learning));
    }

    /** Sum of the case weights of the test rows with events. */
    double eventWeight() {
        boolean[] events = ((Target.Survival) target).events();
        return IntStream.range(learning, weights.length)
                .filter(i -> events[i])
                .mapToDouble(i -> weights[i])
                .sum();
    }

    private static double above(Datafit datafit, double[] eta) {
        return datafit.value(eta) - datafit.saturated();
    }

    private double sum(int from, int to) {
        return Arrays.stream(weights, from, to).sum();
    }
}

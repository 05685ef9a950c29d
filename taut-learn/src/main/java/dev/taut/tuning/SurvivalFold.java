package dev.taut.tuning;

import dev.taut.Linear;
import dev.taut.LinearPath;
import dev.taut.data.Dataset;
import dev.taut.fold.Split;
import dev.taut.loss.Datafit;
import dev.taut.loss.Loss;
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
                loss.on(targets.encode(all), Targets.weights(all)),
                loss.on(targets.encode(train), Targets.weights(train)),
                Targets.weights(all),
                split.train().length);
    }

    /** Sum of the case weights of the test rows. */
    double weight() {
        return sum(learning, weights.length);
    }

    /** The loss above saturation per unit of test weight. */
    double loss(Coefficients standardized) {
        double[] eta = fitted.predictors(fitted.path().raw(standardized), encoded, all);
        double on = sum(0, weights.length) * above(whole, eta);
        double before = sum(0, learning) * above(training, Arrays.copyOf(eta, learning));
        return (on - before) / weight();
    }

    private static double above(Datafit datafit, double[] eta) {
        return datafit.value(eta) - datafit.saturated();
    }

    private double sum(int from, int to) {
        return Arrays.stream(weights, from, to).sum();
    }
}

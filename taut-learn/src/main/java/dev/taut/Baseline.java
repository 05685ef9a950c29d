package dev.taut;

import dev.taut.data.Dataset;
import dev.taut.data.Task;
import dev.taut.kernel.Vectors;
import dev.taut.loss.BaselineHazard;
import dev.taut.loss.PartialLikelihood;
import dev.taut.loss.Target;
import dev.taut.loss.Ties;
import dev.taut.recipe.Encoded;
import dev.taut.recipe.FittedRecipe;
import dev.taut.recipe.Targets;
import dev.taut.solver.Coefficients;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cumulative hazard of one stratum where the linear predictor is 0: a step function, Breslow's estimator or Efron's, as the ties
 * of the model are.
 *
 * @param stratum    its name; empty if there is one
 * @param times      event times, ascending
 * @param cumulative the cumulative hazard from each of them on
 */
public record Baseline(String stratum, List<Double> times, List<Double> cumulative) {
    public Baseline {
        times = List.copyOf(times);
        cumulative = List.copyOf(cumulative);
    }

    /** One per stratum, without steps where a stratum had no event; none unless survival. */
    static List<Baseline> of(Linear spec, Dataset data, Targets targets, FittedRecipe recipe, Coefficients raw) {
        if (targets.task() != Task.SURVIVAL) {
            return List.of();
        }
        Target.Survival target = (Target.Survival) targets.encode(data);
        double[] eta = predictors(data, recipe, raw);
        boolean efron = spec.loss(data).equals(dev.taut.loss.Losses.cox(Ties.EFRON));
        List<String> levels = targets.survival().levels().isEmpty()
                ? List.of("")
                : targets.survival().levels();
        List<Baseline> found = new ArrayList<>();
        levels.forEach(level -> found.add(new Baseline(level, List.of(), List.of())));
        for (BaselineHazard hazard :
                PartialLikelihood.hazards(target, Targets.weights(data), eta, efron ? Ties.EFRON : Ties.BRESLOW)) {
            found.set(
                    hazard.stratum(),
                    new Baseline(levels.get(hazard.stratum()), list(hazard.times()), list(hazard.cumulative())));
        }
        return found;
    }

    private static double[] predictors(Dataset data, FittedRecipe recipe, Coefficients raw) {
        Encoded encoded = recipe.encode(data.table());
        double[] offsets = LinearProblem.offsets(data, 1);
        double[] eta = offsets.length == 0 ? new double[data.rows()] : offsets;
        Vectors.add(raw.intercept(0), eta, 0, eta.length);
        for (int k = 0; k < raw.active(); k++) {
            encoded.design().axpy(raw.coordinate(k), raw.value(k), eta, 0);
        }
        return eta;
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** The cumulative hazard at a time; 0 before the first event, and after the last what it was then. */
    public double at(double time) {
        int found = java.util.Collections.binarySearch(times, time);
        int last = found >= 0 ? found : -found - 2;
        return last < 0 ? 0 : cumulative.get(last);
    }
}

package dev.taut.metric;

import dev.taut.loss.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Ŝ(t) = Π over event times ≤ t of (1 − d/r), d events among r rows at risk (Kaplan and Meier 1958), rows counted by their weights
 * and at risk from their start on; the standard error is Greenwood's.
 *
 * @param times    event times, ascending
 * @param survival from each of them on
 * @param errors   standard errors of these; 0 where everyone or nobody survived
 */
public record KaplanMeier(List<Double> times, List<Double> survival, List<Double> errors) {
    public KaplanMeier {
        times = List.copyOf(times);
        survival = List.copyOf(survival);
        errors = List.copyOf(errors);
    }

    /**
     * The estimate from some rows of a target, strata taken together.
     *
     * @param weights one per row of the target
     */
    public static KaplanMeier of(Target.Survival target, double[] weights, int... rows) {
        double[] stops = target.stops();
        boolean[] events = target.events();
        TreeMap<Double, Double> died = new TreeMap<>();
        for (int i : rows) {
            if (events[i] && weights[i] > 0) {
                died.merge(stops[i], weights[i], Double::sum);
            }
        }
        List<Double> survival = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        double alive = 1;
        double variance = 0;
        for (var at : died.entrySet()) {
            double time = at.getKey();
            double risk = 0;
            for (int i : rows) {
                risk += target.start(i) < time && time <= stops[i] ? weights[i] : 0;
            }
            double d = at.getValue();
            alive *= Math.max(0, 1 - d / risk);
            variance += risk > d ? d / (risk * (risk - d)) : 0;
            survival.add(alive);
            errors.add(alive * Math.sqrt(variance));
        }
        return new KaplanMeier(List.copyOf(died.keySet()), survival, errors);
    }

    /** Ŝ at a time: 1 before the first event, after the last what it was then. */
    public double at(double time) {
        int last = last(time);
        return last < 0 ? 1 : survival.get(last);
    }

    /** The standard error of {@link #at}. */
    public double errorAt(double time) {
        int last = last(time);
        return last < 0 ? 0 : errors.get(last);
    }

    private int last(double time) {
        int found = java.util.Collections.binarySearch(times, time);
        return found >= 0 ? found : -found - 2;
    }
}

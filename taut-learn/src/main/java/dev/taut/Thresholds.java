package dev.taut;

import dev.taut.data.Dataset;
import dev.taut.loss.Loss;
import dev.taut.loss.Losses;
import dev.taut.loss.ProportionalOdds;
import dev.taut.loss.Target;
import dev.taut.recipe.Targets;
import java.util.Arrays;
import java.util.List;

/** The thresholds of ordered classes, which stand where other models have intercepts: P(class ≤ k) = σ(θₖ − η). */
final class Thresholds {
    private Thresholds() {}

    /** Whether a loss has them. */
    static boolean has(Loss loss) {
        return loss.equals(Losses.ordinal());
    }

    /**
     * The best ones for training rows.
     *
     * @param eta their linear predictors
     */
    static List<Double> of(Dataset training, Targets targets, double[] eta) {
        Target.Classes classes = (Target.Classes) targets.encode(training);
        return Arrays.stream(ProportionalOdds.thresholds(classes, Targets.weights(training), eta))
                .boxed()
                .toList();
    }

    /** The probabilities of the classes, one block of rows per class. */
    static double[] probabilities(double[] eta, List<Double> thresholds) {
        double[] limits = thresholds.stream().mapToDouble(t -> t).toArray();
        double[] all = new double[eta.length * (limits.length + 1)];
        for (int i = 0; i < eta.length; i++) {
            double[] row = ProportionalOdds.probabilities(eta[i], limits);
            for (int k = 0; k < row.length; k++) {
                all[k * eta.length + i] = row[k];
            }
        }
        return all;
    }
}

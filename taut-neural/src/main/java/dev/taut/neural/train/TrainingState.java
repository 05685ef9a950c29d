package dev.taut.neural.train;

import dev.taut.neural.penalty.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that a training needs to go on at the beginning of an epoch as if it had never stopped: randomness is a function of the
 * seed and of the numbers here.
 */
public final class TrainingState {
    final Parameters parameters;
    /** Averaged, while averaging. */
    float[] average;
    /** How many parameters the average is of. */
    int averaged;
    /** Those with the lowest validation loss of the stage. */
    float[] best;

    /** Whether the best were found in this stage. */
    boolean hasBest;

    int bestEpoch;
    /** The lowest validation loss of the stage. */
    double lowest = Double.POSITIVE_INFINITY;
    /** Epochs since the validation loss fell, and since the rate did. */
    int waited;

    int flat;
    int stage;
    int epoch;
    /** Steps in all, and since the moments were zero. */
    long steps;

    long since;
    /** What a plateau has made of the rate. */
    double factor = 1;

    final List<Epoch> history = new ArrayList<>();

    TrainingState(float[] theta) {
        parameters = Parameters.at(theta.clone());
        average = theta.clone();
        best = theta.clone();
    }

    /** How many epochs are done. */
    public int epochs() {
        return history.size();
    }

    /** What is measured and kept: the average if there is one, with the zeros of the last parameters. */
    float[] current() {
        if (averaged == 0) {
            return parameters.theta();
        }
        float[] current = average.clone();
        for (int i = 0; i < current.length; i++) {
            current[i] = parameters.theta()[i] == 0 ? 0f : current[i];
        }
        return current;
    }

    /** A stage begins: with the best parameters of the one before, and nothing to compare with. */
    void enter(Stage next) {
        if (stage > 0) {
            System.arraycopy(kept(), 0, parameters.theta(), 0, best.length);
        }
        if (next.kind() == Stage.Kind.REFIT) {
            java.util.Arrays.fill(parameters.mean(), 0f);
            java.util.Arrays.fill(parameters.square(), 0f);
            since = 0;
        }
        averaged = 0;
        hasBest = false;
        lowest = Double.POSITIVE_INFINITY;
        waited = 0;
        flat = 0;
        factor = 1;
    }

    /** The best parameters if there was something to judge by, else the current ones. */
    float[] kept() {
        return hasBest ? best : current();
    }

    /** The numbers of a state that are no parameters. */
    public record Counters(
            int averaged,
            boolean hasBest,
            int bestEpoch,
            double lowest,
            int waited,
            int flat,
            int stage,
            int epoch,
            long steps,
            long since,
            double factor,
            List<Epoch> history) {}

    public Counters counters() {
        return new Counters(
                averaged,
                hasBest,
                bestEpoch,
                lowest,
                waited,
                flat,
                stage,
                epoch,
                steps,
                since,
                factor,
                List.copyOf(history));
    }

    /** The parameters, their moments, the average and the best, to be copied before training goes on. */
    public List<float[]> arrays() {
        return List.of(parameters.theta(), parameters.mean(), parameters.square(), average, best);
    }

    /** The state that had these arrays and counters. */
    public static TrainingState of(List<float[]> arrays, Counters counters) {
        TrainingState state = new TrainingState(arrays.get(0));
        System.arraycopy(arrays.get(1), 0, state.parameters.mean(), 0, state.best.length);
        System.arraycopy(arrays.get(2), 0, state.parameters.square(), 0, state.best.length);
        state.average = arrays.get(3).clone();
        state.best = arrays.get(4).clone();
        state.averaged = counters.averaged;
        state.hasBest = counters.hasBest;
        state.bestEpoch = counters.bestEpoch;
        state.lowest = counters.lowest;
        state.waited = counters.waited;
        state.flat = counters.flat;
        state.stage = counters.stage;
        state.epoch = counters.epoch;
        state.steps = counters.steps;
        state.since = counters.since;
        state.factor = counters.factor;
        state.history.addAll(counters.history);
        return state;
    }
}

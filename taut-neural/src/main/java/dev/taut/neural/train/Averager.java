package dev.taut.neural.train;

import dev.taut.kernel.Floats;

/** Keeps the average of a state. */
record Averager(Averaging averaging) {
    void step(TrainingState state) {
        if (averaging instanceof Averaging.Exponential exponential) {
            double decay = Math.min(exponential.decay(), (1.0 + state.averaged) / (10.0 + state.averaged));
            blend(state, (float) (1 - decay));
        }
    }

    /** @param progress the share of the stage's epochs that are done */
    void epoch(TrainingState state, double progress) {
        if (averaging instanceof Averaging.Epochs epochs && progress > epochs.from()) {
            blend(state, 1f / (state.averaged + 1));
        }
    }

    private static void blend(TrainingState state, float share) {
        float[] theta = state.parameters.theta();
        if (state.averaged == 0) {
            System.arraycopy(theta, 0, state.average, 0, theta.length);
        } else {
            for (int i = 0; i < theta.length; i++) {
                state.average[i] *= 1 - share;
            }
            Floats.axpy(share, theta, 0, state.average, 0, theta.length);
        }
        state.averaged++;
    }
}

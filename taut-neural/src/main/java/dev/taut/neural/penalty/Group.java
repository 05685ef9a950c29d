package dev.taut.neural.penalty;

import dev.taut.kernel.FloatStep;
import dev.taut.penalty.Block;

/**
 * Parameters under one block of a penalty. They share one step, by the mean of all their squared gradients: then the proximal step is
 * the block's own, exact, for every kind of block.
 *
 * @param indices of the parameters, in the order of the block's coordinates
 */
record Group(int[] indices, Block block, double coupled, double decay) implements Piece {
    @Override
    public void step(Update update, Parameters all) {
        FloatStep step = update.with(0, 0, coupled, decay, false);
        double square = 0;
        for (int i : indices) {
            float gradient = Math.fma(step.l2Slope(), all.theta()[i], step.scale() * all.gradient()[i]);
            all.mean()[i] = Math.fma(step.decay1(), all.mean()[i], step.gain1() * gradient);
            all.square()[i] = Math.fma(step.decay2(), all.square()[i], (1 - step.decay2()) * gradient * gradient);
            square += all.square()[i];
        }
        double metric = update.metric(square / indices.length);
        double[] u = new double[indices.length];
        for (int k = 0; k < u.length; k++) {
            u[k] = (double) step.shrink() * all.theta()[indices[k]] - step.first() * all.mean()[indices[k]] / metric;
        }
        double[] next = block.step(u, metric / update.reach());
        for (int k = 0; k < u.length; k++) {
            all.theta()[indices[k]] = (float) next[k] + 0f;
        }
    }
}

package dev.taut.neural.penalty;

import dev.taut.penalty.SeparableProx;

/**
 * A range under any penalty that is a sum over coordinates: the optimiser's step, then the penalty's own for every entry, in the
 * metric of that entry.
 *
 * @param first the penalty's column of entry {@code from}
 */
record Single(int from, int to, int first, SeparableProx prox, double coupled, double decay) implements Piece {
    @Override
    public void step(Update update, Parameters all) {
        new Range(from, to, 0, 0, coupled, decay, false).step(update, all);
        for (int i = from; i < to; i++) {
            double curvature = update.metric(all.square()[i]) / update.reach();
            double w = prox.step(first + i - from, all.theta()[i] * curvature, curvature);
            all.theta()[i] = (float) w + 0f;
        }
    }
}

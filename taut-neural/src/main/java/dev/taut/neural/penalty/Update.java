package dev.taut.neural.penalty;

import dev.taut.kernel.FloatStep;

/**
 * The numbers of one step of an optimiser.
 *
 * @param adaptive whether each parameter has a step of its own, by the mean of its squared gradients
 * @param rate     learning rate
 * @param reach    learning rate in the long run, by which penalties are weighed against gradients: of a heavy ball
 *                 rate/(1 − momentum)
 * @param base     the step without regularizers
 */
public record Update(boolean adaptive, double rate, double reach, FloatStep base) {
    /** The step with an elastic net and decays, for entries that may be kept at zero. */
    FloatStep with(double l1, double l2, double coupled, double decay, boolean keep) {
        return new FloatStep(
                base.scale(),
                (float) coupled,
                base.decay1(),
                base.gain1(),
                base.decay2(),
                base.first(),
                base.second(),
                base.epsilon(),
                (float) (1 - rate * decay),
                (float) (reach * l1),
                (float) (reach * l2),
                keep);
    }

    /** √(v·second) + epsilon: by what a parameter's step is divided. */
    double metric(double v) {
        return adaptive ? Math.sqrt(v * base.second()) + base.epsilon() : 1;
    }
}

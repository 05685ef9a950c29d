package dev.taut.neural.train;

import dev.taut.kernel.FloatStep;
import dev.taut.neural.penalty.Update;

/** How a gradient becomes a step. */
public sealed interface Optimizer {
    /** How much smaller steps are where noise must not count. */
    double CALM = 4;

    /** Learning rate, &gt; 0, before any schedule. */
    double rate();

    /**
     * The numbers of one step.
     *
     * @param rate  of this step
     * @param count steps taken with these moments, this one included
     * @param scale what the gradient is multiplied by
     */
    Update update(double rate, long count, double scale);

    /** The same with another learning rate. */
    Optimizer rate(double rate);

    /**
     * The same averaging gradients over ten times as many steps, with smaller ones: what is left of their noise no longer lifts
     * weights off zero.
     */
    Optimizer calm();

    /**
     * v ← momentum·v + g, w ← w − rate·v (heavy ball: Polyak 1964). In the long run a step is rate/(1 − momentum) times the
     * gradient, and penalties are weighed accordingly. Dampened, v ← momentum·v + (1 − momentum)·g.
     */
    record Sgd(double rate, double momentum, boolean dampened) implements Optimizer {
        public Sgd {
            checkRate(rate);
            checkShare("momentum", momentum);
        }

        @Override
        public Update update(double step, long count, double scale) {
            float gain = dampened ? (float) (1 - momentum) : 1f;
            double reach = dampened ? step : step / (1 - momentum);
            FloatStep base =
                    new FloatStep((float) scale, 0, (float) momentum, gain, 0, (float) step, 1, 0, 1, 0, 0, false);
            return new Update(false, step, reach, base);
        }

        @Override
        public Sgd rate(double other) {
            return new Sgd(other, momentum, dampened);
        }

        /** Undampened, the long run of a step grows with the momentum: the rate falls with it, and by as much again. */
        @Override
        public Sgd calm() {
            double longer = 1 - (1 - momentum) / 10;
            return new Sgd(dampened ? rate / CALM : rate / 10 / CALM, longer, dampened);
        }
    }

    /**
     * m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², w ← w − rate·m̂/(√v̂ + ε) (Kingma and Ba 2015), with proximal steps in the metric
     * √v̂ + ε, so that the objective is loss + penalty whatever the metric (Yun, Lozano and Yang 2021).
     *
     * @param epsilon &gt; 0
     */
    record Adam(double rate, double beta1, double beta2, double epsilon) implements Optimizer {
        public Adam {
            checkRate(rate);
            checkShare("beta1", beta1);
            checkShare("beta2", beta2);
            if (!(epsilon > 0)) {
                throw new IllegalArgumentException("epsilon must be positive, not " + epsilon);
            }
        }

        @Override
        public Update update(double step, long count, double scale) {
            double first = step / (1 - Math.pow(beta1, count));
            double second = 1 / (1 - Math.pow(beta2, count));
            FloatStep base = new FloatStep(
                    (float) scale,
                    0,
                    (float) beta1,
                    1 - (float) beta1,
                    (float) beta2,
                    (float) first,
                    (float) second,
                    (float) epsilon,
                    1,
                    0,
                    0,
                    false);
            return new Update(true, step, step, base);
        }

        @Override
        public Adam rate(double other) {
            return new Adam(other, beta1, beta2, epsilon);
        }

        @Override
        public Adam calm() {
            return new Adam(rate / CALM, 1 - (1 - beta1) / 10, beta2, epsilon);
        }
    }

    /** With momentum 0.9. */
    static Sgd sgd(double rate) {
        return new Sgd(rate, 0.9, false);
    }

    /** With β 0.9 and 0.999, ε 10⁻⁸. */
    static Adam adam(double rate) {
        return new Adam(rate, 0.9, 0.999, 1e-8);
    }

    private static void checkRate(double rate) {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("a learning rate must be positive and finite, not " + rate);
        }
    }

    private static void checkShare(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " lies in [0, 1), not " + value);
        }
    }
}

package dev.taut.neural.penalty;

import dev.taut.kernel.Floats;

/** Some parameters that step together; several pieces may step at once, on several threads. */
interface Piece {
    void step(Update update, Parameters all);

    /**
     * A range under an elastic net and decays: all that one pass can do.
     *
     * @param keep whether zeros stay
     */
    record Range(int from, int to, double l1, double l2, double coupled, double decay, boolean keep) implements Piece {
        @Override
        public void step(Update update, Parameters all) {
            var step = update.with(l1, l2, coupled, decay, keep);
            if (update.adaptive()) {
                Floats.adaptiveStep(all.theta(), all.mean(), all.square(), all.gradient(), from, to, step);
            } else {
                Floats.momentumStep(all.theta(), all.mean(), all.gradient(), from, to, step);
            }
        }
    }

    /** Running statistics: they follow those of the batch. */
    record Statistics(int from, int to) implements Piece {
        private static final float SHARE = 0.1f;

        @Override
        public void step(Update update, Parameters all) {
            for (int i = from; i < to; i++) {
                all.theta()[i] += SHARE * (all.gradient()[i] - all.theta()[i]);
            }
        }
    }

    /** Units inside a ball; a unit's weights stand {@code units} apart. */
    record Balls(int from, int inputs, int units, double bound) implements Piece {
        @Override
        public void step(Update update, Parameters all) {
            float[] theta = all.theta();
            for (int unit = 0; unit < units; unit++) {
                double square = 0;
                for (int i = 0; i < inputs; i++) {
                    double w = theta[from + i * units + unit];
                    square += w * w;
                }
                if (square > bound * bound) {
                    float share = (float) (bound / Math.sqrt(square));
                    for (int i = 0; i < inputs; i++) {
                        theta[from + i * units + unit] *= share;
                    }
                }
            }
        }
    }
}

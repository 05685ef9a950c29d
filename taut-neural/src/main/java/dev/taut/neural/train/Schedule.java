package dev.taut.neural.train;

/** What the learning rate is multiplied by as training goes on. */
public sealed interface Schedule {
    /**
     * The factor at this share of all steps.
     *
     * @param progress in [0, 1)
     */
    double factor(double progress);

    /** Always 1. */
    record Constant() implements Schedule {
        @Override
        public double factor(double progress) {
            return 1;
        }
    }

    /**
     * Up along a line, then down along half a cosine to zero (Loshchilov and Hutter 2017).
     *
     * @param warmup the share of steps on the way up, in [0, 1)
     */
    record Cosine(double warmup) implements Schedule {
        public Cosine {
            if (!(warmup >= 0 && warmup < 1)) {
                throw new IllegalArgumentException("a warm-up lies in [0, 1), not " + warmup);
            }
        }

        @Override
        public double factor(double progress) {
            if (progress < warmup) {
                return (progress + 1e-3) / (warmup + 1e-3);
            }
            return (1 + StrictMath.cos(Math.PI * (progress - warmup) / (1 - warmup))) / 2;
        }
    }

    /** From 1/25 up to 1 within 30 % of the steps and down to almost nothing, along half cosines (Smith and Topin 2018). */
    record OneCycle() implements Schedule {
        private static final double UP = 0.3;
        private static final double LOW = 1.0 / 25;
        private static final double LAST = 1e-5;

        @Override
        public double factor(double progress) {
            return progress < UP ? between(LOW, 1, progress / UP) : between(1, LAST, (progress - UP) / (1 - UP));
        }

        private static double between(double from, double to, double share) {
            return to + (from - to) * (1 + StrictMath.cos(Math.PI * share)) / 2;
        }
    }

    /**
     * Multiplied by {@code factor} whenever the validation loss has not fallen for {@code patience} epochs.
     *
     * @param patience ≥ 1
     * @param factor   in (0, 1)
     */
    record Plateau(int patience, double factor) implements Schedule {
        public Plateau {
            if (patience < 1 || !(factor > 0 && factor < 1)) {
                throw new IllegalArgumentException(
                        "a plateau needs a patience ≥ 1 and a factor in (0, 1), not " + patience + " and " + factor);
            }
        }

        @Override
        public double factor(double progress) {
            return 1;
        }
    }
}

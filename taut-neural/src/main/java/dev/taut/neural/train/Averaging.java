package dev.taut.neural.train;

/**
 * Parameters that are averaged over the way, running statistics included. What is exactly zero in the last parameters is zero in
 * the average: sparsity is not averaged away.
 */
public sealed interface Averaging {
    /** The last parameters. */
    record None() implements Averaging {}

    /**
     * After every step, average ← d·average + (1 − d)·parameters, with d = min(decay, (1 + steps)/(10 + steps)).
     *
     * @param decay in [0, 1)
     */
    record Exponential(double decay) implements Averaging {
        public Exponential {
            if (!(decay >= 0 && decay < 1)) {
                throw new IllegalArgumentException("the decay of an average lies in [0, 1), not " + decay);
            }
        }
    }

    /**
     * The mean of the parameters at the end of every epoch from some share of the epochs on (Izmailov et al. 2018).
     *
     * @param from in [0, 1)
     */
    record Epochs(double from) implements Averaging {
        public Epochs {
            if (!(from >= 0 && from < 1)) {
                throw new IllegalArgumentException("an average begins at a share in [0, 1), not " + from);
            }
        }
    }
}

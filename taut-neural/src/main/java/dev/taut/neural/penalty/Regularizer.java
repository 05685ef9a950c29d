package dev.taut.neural.penalty;

import dev.taut.penalty.Penalty;

/** What keeps parameters small, beside what the layers and the training do: immutable values. */
public sealed interface Regularizer {
    /** Which parameters. */
    Where where();

    /** In one line of text. */
    String describe();

    /**
     * Adds λ · penalty(w) to the mean loss. What is not smooth in it acts by proximal steps in the metric of the optimiser, so that
     * zeros are exact.
     *
     * @param penalty the same value as on a line; a weight takes the part of a column there, and a unit or an input that of the
     *                column of the table that several columns came from
     * @param lambda  ≥ 0
     */
    record Penalised(Where where, Penalty penalty, double lambda) implements Regularizer {
        public Penalised {
            checked("lambda", lambda);
        }

        @Override
        public String describe() {
            return penalty.name() + " " + lambda + " on " + where.layers();
        }
    }

    /**
     * Multiplies weights by 1 − rate · learning rate in every step, apart from the gradient (AdamW: Loshchilov and Hutter 2019). That is
     * no term of the objective: it scales with the learning rate and its schedule, and under Adam it is not a ridge penalty.
     *
     * @param rate ≥ 0
     */
    record Decay(Where where, double rate) implements Regularizer {
        public Decay {
            checked("rate", rate);
        }

        @Override
        public String describe() {
            return "weight decay " + rate + " on " + where.layers();
        }
    }

    /**
     * Adds ½·strength·‖w‖² to the loss whose gradient the optimiser sees ("coupled" L2: the weight decay of PyTorch's SGD and Adam,
     * half of Keras's L2): under Adam, weights with large gradients are shrunk less than by a ridge penalty.
     *
     * @param strength ≥ 0
     */
    record Coupled(Where where, double strength) implements Regularizer {
        public Coupled {
            checked("strength", strength);
        }

        @Override
        public String describe() {
            return "coupled L2 " + strength + " on " + where.layers();
        }
    }

    /**
     * Keeps the weights that enter a unit inside a ball: ‖w‖₂ ≤ bound, by projection after every step (Srebro and Shraibman 2005).
     *
     * @param bound &gt; 0
     */
    record MaxNorm(Where where, double bound) implements Regularizer {
        public MaxNorm {
            if (!(bound > 0)) {
                throw new IllegalArgumentException("the largest norm must be positive, not " + bound);
            }
        }

        @Override
        public String describe() {
            return "max-norm " + bound + " on " + where.layers();
        }
    }

    private static void checked(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be ≥ 0 and finite, not " + value);
        }
    }
}

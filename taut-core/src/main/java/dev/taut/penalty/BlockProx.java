package dev.taut.penalty;

import java.util.Arrays;
import java.util.List;

/**
 * A convex penalty that is a sum over disjoint {@linkplain Block blocks} of coordinates, g(β) = Σ_B g_B(β_B): groups that
 * stay or leave together, or one block of everything for penalties that compare coefficients. Coordinates in no block are
 * not penalised.
 */
public non-sealed interface BlockProx extends Prox {
    /** The blocks of a model with this many outputs; the same for every λ but for their strength. */
    List<Block> blocks(int outputs);

    @Override
    default double value(double[] beta) {
        double sum = 0;
        for (Block block : blocks(outputs(beta))) {
            sum += block.value(block.of(beta));
        }
        return sum;
    }

    private int outputs(double[] beta) {
        return columns() == 0 ? 1 : beta.length / columns();
    }

    @Override
    default boolean hasZeros() {
        return !blocks(1).isEmpty();
    }

    @Override
    default SeparableProx onlyFree() {
        boolean[] penalised = new boolean[columns()];
        for (Block block : blocks(1)) {
            Arrays.stream(block.coordinates()).forEach(c -> penalised[c] = true);
        }
        return new HeldAtZero(penalised);
    }
}

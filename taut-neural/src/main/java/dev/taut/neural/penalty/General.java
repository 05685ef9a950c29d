package dev.taut.neural.penalty;

import dev.taut.penalty.Block;
import dev.taut.penalty.BlockProx;
import dev.taut.penalty.MajorizedProx;
import dev.taut.penalty.Prox;
import dev.taut.penalty.SeparableProx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A penalty of any other kind on a range of parameters. One that is not convex acts through a convex majorizer that touches it at
 * the parameters of the last {@link #pieces} (local linear approximation: Zou and Li 2008).
 */
record General(int from, int to, Prox prox, double coupled, double decay) {
    /**
     * The penalty at its strength.
     *
     * @throws IllegalArgumentException if it is of a kind that has no proximal step of its own
     */
    static General of(Compiled compiled, double coupled, double decay) {
        Prox prox = compiled.penalty().at(compiled.lambda(), compiled.features());
        if (prox instanceof SeparableProx || prox instanceof BlockProx || prox instanceof MajorizedProx) {
            return new General(compiled.from(), compiled.to(), prox, coupled, decay);
        }
        throw new IllegalArgumentException("the penalty " + compiled.penalty().name()
                + " has no proximal step on the parameters of a net; ridge, lasso, enet, group, sparsegroup, slope, fused,"
                + " mcp, scad and those of their groups have");
    }

    private double[] values(float[] theta) {
        double[] values = new double[to - from];
        for (int i = 0; i < values.length; i++) {
            values[i] = theta[from + i];
        }
        return values;
    }

    double value(float[] theta) {
        return prox.value(values(theta));
    }

    /** The steps of the range, from these parameters on. */
    List<Piece> pieces(float[] theta, int stretch) {
        Prox convex = prox instanceof MajorizedProx concave ? concave.majorizer(values(theta)) : prox;
        List<Piece> pieces = new ArrayList<>();
        if (convex instanceof SeparableProx separable) {
            for (int at = from; at < to; at += stretch) {
                pieces.add(new Single(at, Math.min(to, at + stretch), at - from, separable, coupled, decay));
            }
        } else if (convex instanceof BlockProx blocks) {
            addGroups(blocks.blocks(1), pieces);
        }
        return pieces;
    }

    /** Parameters in no block are free. */
    private void addGroups(List<Block> blocks, List<Piece> pieces) {
        boolean[] grouped = new boolean[to - from];
        for (Block block : blocks) {
            int[] indices = Arrays.stream(block.coordinates())
                    .peek(c -> grouped[c] = true)
                    .map(c -> from + c)
                    .toArray();
            pieces.add(new Group(indices, block, coupled, decay));
        }
        for (int i = 0; i < grouped.length; i++) {
            int end = i;
            while (end < grouped.length && !grouped[end]) {
                end++;
            }
            if (end > i) {
                pieces.add(new Piece.Range(from + i, from + end, 0, 0, coupled, decay, false));
                i = end;
            }
        }
    }
}

package dev.taut.solver;

import dev.taut.penalty.Block;
import java.util.Arrays;
import java.util.List;

/**
 * The conjugate of a sum over blocks.
 *
 * @param owner the block of every coordinate, negative for free ones
 */
record BlockDual(List<Block> blocks, int[] owner) implements Dual {
    private static final double ROUNDING = 1e-12;

    @Override
    public int[] equalities(int[] inspected) {
        return Arrays.stream(inspected).filter(c -> owner[c] < 0).toArray();
    }

    /** All coordinates are always inspected. */
    @Override
    public Limits limits() {
        double[] none = new double[owner.length];
        return new Limits(none, none);
    }

    @Override
    public double shrink(double[] c, int[] which) {
        double shrink = 1;
        for (Block block : blocks) {
            shrink = Math.min(shrink, block.shrink(negated(block.of(c), 1)));
        }
        return shrink;
    }

    @Override
    public double conjugate(double[] c, double shrink, boolean[] exempt, int[] which, Slack slack) {
        double sum = 0;
        for (Block block : blocks) {
            double[] u = negated(block.of(c), shrink);
            if (block.shrink(u) < 1 - ROUNDING) {
                return Double.POSITIVE_INFINITY;
            }
            sum += block.conjugate(u);
        }
        return sum;
    }

    private static double[] negated(double[] c, double shrink) {
        double[] u = new double[c.length];
        for (int i = 0; i < u.length; i++) {
            u[i] = -shrink * c[i];
        }
        return u;
    }
}

package dev.taut.solver;

import dev.taut.penalty.SeparableProx;
import java.util.Arrays;

/** The conjugate of a sum over coordinates. */
record SeparableDual(SeparableProx prox, State state, int outputs) implements Dual {
    /**
     * Coordinates whose g* is finite on one side of zero at most and which need that side closed; one that rests on a
     * bound does not, if its correlation pushes it there.
     */
    @Override
    public int[] equalities(int[] inspected) {
        double[] beta = state.beta;
        double[] c = state.correlations.values();
        int[] found = new int[inspected.length];
        int count = 0;
        for (int i : inspected) {
            int j = i % prox.columns();
            double above = prox.dualLimit(j, 1);
            double below = prox.dualLimit(j, -1);
            boolean resting = beta[i] == 0 || beta[i] == prox.lower(j) || beta[i] == prox.upper(j);
            boolean touched = !resting || (above == 0 && -c[i] > 0) || (below == 0 && -c[i] < 0);
            if ((above == 0 && below == 0) || ((above == 0 || below == 0) && touched)) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    @Override
    public Limits limits() {
        return Limits.of(prox);
    }

    @Override
    public double shrink(double[] c, int[] which) {
        double shrink = 1;
        for (int i : which) {
            double u = -c[i];
            double limit = prox.dualLimit(i % prox.columns(), u > 0 ? 1 : -1);
            if (Math.abs(u) > limit && limit > 0) {
                shrink = Math.min(shrink, limit / Math.abs(u));
            }
        }
        return shrink;
    }

    @Override
    public double conjugate(double[] c, double shrink, boolean[] exempt, int[] which, Slack slack) {
        double sum = 0;
        for (int i : which) {
            if (!exempt[i]) {
                int j = i % prox.columns();
                double u = -shrink * c[i];
                double limit = prox.dualLimit(j, u > 0 ? 1 : -1);
                if (Math.abs(u) > limit * (1 + 1e-12) && Math.abs(u) > limit + slack.of(i)) {
                    return Double.POSITIVE_INFINITY;
                }
                sum += prox.conjugate(j, Math.abs(u) > limit ? Math.copySign(limit, u) : u);
            }
        }
        return sum;
    }
}

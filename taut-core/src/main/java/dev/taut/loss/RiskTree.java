package dev.taut.loss;

import java.util.Arrays;

/**
 * Sums over intervals of positions, as many as there are rows: a binary tree over the positions, of which each interval is a
 * disjoint union of O(log n) nodes. Sums of positive numbers stay sums of positive numbers, where differences of cumulative
 * sums would lose every digit to a large number that comes and goes.
 */
final class RiskTree {
    private final int leaves;
    private final int positions;
    private final int[] from;
    private final int[] to;

    /** Row i covers the positions from[i] … to[i] − 1. */
    RiskTree(int positions, int[] from, int[] to) {
        this.leaves = Math.max(1, Integer.highestOneBit(Math.max(1, 2 * positions - 1)));
        this.positions = positions;
        this.from = from;
        this.to = to;
    }

    /** out[t] = Σ v[i] over the rows that cover t. */
    void sum(double[] v, double[] out) {
        double[] nodes = new double[2 * leaves];
        for (int i = 0; i < v.length; i++) {
            int left = from[i] + leaves;
            int right = to[i] + leaves;
            for (; left < right; left >>= 1, right >>= 1) {
                if ((left & 1) == 1) {
                    nodes[left++] += v[i];
                }
                if ((right & 1) == 1) {
                    nodes[--right] += v[i];
                }
            }
        }
        for (int node = 2; node < nodes.length; node++) {
            nodes[node] += nodes[node >> 1];
        }
        System.arraycopy(nodes, leaves, out, 0, positions);
    }

    /** out[i] = Σ z[t] over the positions that row i covers. */
    void spread(double[] z, double[] out) {
        double[] nodes = new double[2 * leaves];
        System.arraycopy(z, 0, nodes, leaves, positions);
        for (int node = leaves - 1; node > 0; node--) {
            nodes[node] = nodes[2 * node] + nodes[2 * node + 1];
        }
        Arrays.fill(out, 0);
        for (int i = 0; i < out.length; i++) {
            int left = from[i] + leaves;
            int right = to[i] + leaves;
            for (; left < right; left >>= 1, right >>= 1) {
                if ((left & 1) == 1) {
                    out[i] += nodes[left++];
                }
                if ((right & 1) == 1) {
                    out[i] += nodes[--right];
                }
            }
        }
    }
}

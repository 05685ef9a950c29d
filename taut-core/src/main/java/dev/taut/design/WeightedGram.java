package dev.taut.design;

import dev.taut.kernel.Gram;

/** Σᵢ wᵢ xᵢⱼxᵢₖ over columns of a design: one pass, in runs of rows that stay in cache. */
public final class WeightedGram {
    /** Values of a packed run: two megabytes at most, unless so many columns that runs would be too short to pay. */
    private static final int CACHED = 1 << 15;

    private static final int SHORTEST_RUN = 64;
    private static final int LONGEST_RUN = 512;

    private WeightedGram() {}

    /**
     * The lower triangle: row i has i + 1 entries that count.
     *
     * @param columns which, in the order of the rows of the result
     * @param weights ≥ 0, one per row
     */
    public static double[][] lower(Design design, int[] columns, double[] weights) {
        int m = columns.length;
        int n = design.rows();
        double[] root = new double[n];
        for (int i = 0; i < n; i++) {
            root[i] = Math.sqrt(weights[i]);
        }
        double[][] lower = new double[m][];
        for (int i = 0; i < m; i++) {
            lower[i] = new double[(i / 4 + 1) * 4];
        }
        int run = Math.max(SHORTEST_RUN, Math.min(LONGEST_RUN, CACHED / Math.max(m, 1)));
        double[] packed = new double[Math.multiplyExact(m, run)];
        for (int from = 0; from < n; from += run) {
            int length = Math.min(run, n - from);
            for (int k = 0; k < m; k++) {
                design.read(columns[k], from, length, packed, k * length);
                for (int i = 0; i < length; i++) {
                    packed[k * length + i] *= root[from + i];
                }
            }
            Gram.addLower(packed, m, length, lower);
        }
        return lower;
    }
}

package dev.taut.design;

import dev.taut.kernel.Gram;
import java.util.Arrays;

/** Σᵢ wᵢ xᵢⱼxᵢₖ over columns of a design: one pass, in runs of rows that stay in cache. */
public final class WeightedGram {
    private static final int RUN = 64;

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
            lower[i] = new double[i + 1];
        }
        double[][] rows = new double[RUN][m];
        double[] column = new double[RUN];
        for (int from = 0; from < n; from += RUN) {
            int length = Math.min(RUN, n - from);
            for (int k = 0; k < m; k++) {
                design.read(columns[k], from, length, column, 0);
                for (int i = 0; i < length; i++) {
                    rows[i][k] = column[i] * root[from + i];
                }
            }
            for (int i = length; i < RUN; i++) {
                Arrays.fill(rows[i], 0);
            }
            Gram.addLower(rows, RUN, lower);
        }
        return lower;
    }
}

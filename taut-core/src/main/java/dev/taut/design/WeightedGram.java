package dev.taut.design;

import dev.taut.kernel.Gram;
import java.util.Arrays;

/** How {@link Design#gram} is computed: one pass, in runs of rows that stay in cache. */
final class WeightedGram {
    private static final int RUN = 128;
    /** Fewer new columns than this are multiplied one by one: all others need not be copied for them. */
    private static final int FEWEST_AT_ONCE = 6;

    private WeightedGram() {}

    static double[][] of(Design design, int[] columns, double[] centers, int from, double[] weights) {
        return columns.length - from < FEWEST_AT_ONCE
                ? oneByOne(design, columns, centers, from, weights)
                : atOnce(design, columns, centers, from, weights);
    }

    private static double[][] oneByOne(Design design, int[] columns, double[] centers, int from, double[] weights) {
        double[][] found = new double[columns.length - from][];
        double[] product = new double[weights.length];
        for (int i = from; i < columns.length; i++) {
            design.read(columns[i], 0, product.length, product, 0);
            for (int row = 0; row < product.length; row++) {
                product[row] = weights[row] * (product[row] - centers[i]);
            }
            double[] out = new double[i + 1];
            design.dot(columns, centers, i + 1, product, 0, out);
            found[i - from] = out;
        }
        return found;
    }

    private static double[][] atOnce(Design design, int[] columns, double[] centers, int first, double[] weights) {
        int m = columns.length;
        int n = weights.length;
        double[] root = new double[n];
        for (int i = 0; i < n; i++) {
            root[i] = Math.sqrt(weights[i]);
        }
        double[][] lower = new double[m][];
        for (int i = first; i < m; i++) {
            lower[i] = new double[i + 1];
        }
        double[][] rows = new double[RUN][m];
        for (int from = 0; from < n; from += RUN) {
            int length = Math.min(RUN, n - from);
            RowRun.read(design, columns, centers, root, from, length, rows);
            for (int i = length; i < RUN; i++) {
                Arrays.fill(rows[i], 0);
            }
            Gram.addLower(rows, RUN, first, lower);
        }
        return Arrays.copyOfRange(lower, first, m);
    }
}

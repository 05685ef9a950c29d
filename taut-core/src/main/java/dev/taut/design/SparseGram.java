package dev.taut.design;

/**
 * The Gram matrix of sparse columns, row by row: a row with m entries takes m²/2 products, which for columns of a few
 * entries is far less than what pairs of columns take.
 */
final class SparseGram {
    private SparseGram() {}

    static double[][] of(SparseDesign design, int[] columns, double[] centers, int first, double[] weights) {
        int n = design.rows();
        int m = columns.length;
        int[] start = new int[n + 1];
        int[] from = design.from();
        int[] rowIndex = design.rowIndex();
        double[] entry = design.value();
        for (int column : columns) {
            for (int e = from[column]; e < from[column + 1]; e++) {
                start[rowIndex[e] + 1]++;
            }
        }
        for (int i = 0; i < n; i++) {
            start[i + 1] += start[i];
        }
        // The entries of each row, in the order of the columns.
        int[] place = new int[start[n]];
        double[] value = new double[start[n]];
        int[] next = start.clone();
        double[] sums = new double[m];
        for (int k = 0; k < m; k++) {
            double sum = 0;
            for (int e = from[columns[k]]; e < from[columns[k] + 1]; e++) {
                int row = rowIndex[e];
                int at = next[row]++;
                place[at] = k;
                value[at] = entry[e];
                sum += weights[row] * entry[e];
            }
            sums[k] = sum;
        }
        double[][] found = new double[m - first][];
        for (int i = first; i < m; i++) {
            found[i - first] = new double[i + 1];
        }
        for (int row = 0; row < n; row++) {
            for (int a = start[row + 1] - 1; a >= start[row] && place[a] >= first; a--) {
                double[] products = found[place[a] - first];
                double wx = weights[row] * value[a];
                for (int b = start[row]; b <= a; b++) {
                    products[place[b]] += wx * value[b];
                }
            }
        }
        centre(found, centers, first, sums, weights);
        return found;
    }

    /** Σw(x − c)(z − d) = Σwxz − cΣwz − dΣwx + cdΣw. */
    private static void centre(double[][] found, double[] centers, int first, double[] sums, double[] weights) {
        double total = 0;
        for (double w : weights) {
            total += w;
        }
        for (int i = first; i < first + found.length; i++) {
            double[] products = found[i - first];
            for (int j = 0; j <= i; j++) {
                products[j] -= centers[i] * (sums[j] - centers[j] * total) + centers[j] * sums[i];
            }
        }
    }
}

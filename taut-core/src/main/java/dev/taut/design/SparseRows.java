package dev.taut.design;

/**
 * The entries of a sparse design by rows, each divided by its column's scale and times a factor of its column; centres
 * are left out.
 */
public final class SparseRows {
    private final int[] from;
    private final int[] column;
    private final double[] value;

    private SparseRows(int[] from, int[] column, double[] value) {
        this.from = from;
        this.column = column;
        this.value = value;
    }

    /** @param factors one per column */
    public static SparseRows of(SparseColumns columns, double[] factors) {
        int entries = columns.from()[factors.length];
        int[] from = new int[columns.rows() + 1];
        for (int k = 0; k < entries; k++) {
            from[columns.row()[k] + 1]++;
        }
        for (int i = 0; i < columns.rows(); i++) {
            from[i + 1] += from[i];
        }
        int[] next = from.clone();
        int[] column = new int[entries];
        double[] value = new double[entries];
        for (int j = 0; j < factors.length; j++) {
            double factor = factors[j] / columns.scales()[j];
            for (int k = columns.from()[j]; k < columns.from()[j + 1]; k++) {
                int at = next[columns.row()[k]]++;
                column[at] = j;
                value[at] = columns.value()[k] * factor;
            }
        }
        return new SparseRows(from, column, value);
    }

    /** Σⱼ xᵢⱼ·b[j]. */
    public double dot(int row, double[] b) {
        double sum = 0;
        for (int k = from[row]; k < from[row + 1]; k++) {
            sum += value[k] * b[column[k]];
        }
        return sum;
    }

    /** b[j] += a·xᵢⱼ. */
    public void axpy(int row, double a, double[] b) {
        if (a != 0) {
            for (int k = from[row]; k < from[row + 1]; k++) {
                b[column[k]] += a * value[k];
            }
        }
    }

    /** Σⱼ xᵢⱼ². */
    public double squares(int row) {
        double sum = 0;
        for (int k = from[row]; k < from[row + 1]; k++) {
            sum += value[k] * value[k];
        }
        return sum;
    }
}

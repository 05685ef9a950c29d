package dev.taut.design;

/** A run of rows of a design, read a few columns at a time, so that rows are written in runs as well. */
final class RowRun {
    private static final int COLUMNS_AT_ONCE = 8;

    private RowRun() {}

    /**
     * rows[i][k] = (x[from + i, columns[k]] − centers[k]) · root[from + i] for i in [0, length).
     *
     * @param root the root of each row's weight
     */
    static void read(
            Design design, int[] columns, double[] centers, double[] root, int from, int length, double[][] rows) {
        double[][] read = new double[COLUMNS_AT_ONCE][length];
        for (int k = 0; k < columns.length; k += COLUMNS_AT_ONCE) {
            int count = Math.min(COLUMNS_AT_ONCE, columns.length - k);
            for (int c = 0; c < count; c++) {
                double[] column = read[c];
                double center = centers[k + c];
                design.read(columns[k + c], from, length, column, 0);
                for (int i = 0; i < length; i++) {
                    column[i] = (column[i] - center) * root[from + i];
                }
            }
            for (int i = 0; i < length; i++) {
                double[] row = rows[i];
                for (int c = 0; c < count; c++) {
                    row[k + c] = read[c][i];
                }
            }
        }
    }
}

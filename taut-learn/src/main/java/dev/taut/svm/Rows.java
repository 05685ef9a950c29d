package dev.taut.svm;

import dev.taut.design.Design;

/** A design by rows, standardized: what a kernel compares. */
final class Rows {
    private Rows() {}

    /** [row][column] of (x − center)/scale. */
    static double[][] of(Design design, double[] centers, double[] scales) {
        int n = design.rows();
        double[][] rows = new double[n][design.columns()];
        double[] column = new double[n];
        for (int j = 0; j < design.columns(); j++) {
            design.read(j, 0, n, column, 0);
            for (int i = 0; i < n; i++) {
                rows[i][j] = (column[i] - centers[j]) / scales[j];
            }
        }
        return rows;
    }
}

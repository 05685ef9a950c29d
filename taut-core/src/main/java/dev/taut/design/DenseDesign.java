package dev.taut.design;

import dev.taut.kernel.Panels;
import dev.taut.kernel.Vectors;

/** A dense design, one array per column, so that its size is bounded by memory and not by 2³¹ entries. */
public final class DenseDesign implements Design {
    private final int rows;
    private final double[][] columns;

    private DenseDesign(int rows, double[][] columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * Wraps the columns without copying; the caller must not change them afterwards.
     *
     * @param rows number of rows, which an empty matrix cannot tell
     * @throws IllegalArgumentException if a column has another length
     */
    public static DenseDesign ofColumns(int rows, double[]... columns) {
        for (int j = 0; j < columns.length; j++) {
            if (columns[j].length != rows) {
                throw new IllegalArgumentException(
                        "column " + j + " has " + columns[j].length + " values, expected " + rows);
            }
        }
        return new DenseDesign(rows, columns.clone());
    }

    /** Copies a matrix given row by row. */
    public static DenseDesign ofRows(double[]... matrix) {
        int p = matrix.length == 0 ? 0 : matrix[0].length;
        double[][] columns = new double[p][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < p; j++) {
                columns[j][i] = matrix[i][j];
            }
        }
        return new DenseDesign(matrix.length, columns);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns.length;
    }

    @Override
    public double dot(int column, double[] v, int offset) {
        return Vectors.dot(columns[column], 0, v, offset, rows);
    }

    @Override
    public double dot(int column, double center, double[] v, int offset) {
        return Vectors.shiftedDot(columns[column], center, v, offset, rows);
    }

    @Override
    public void axpy(int column, double a, double[] v, int offset) {
        Vectors.shiftedAxpy(a, columns[column], 0, v, offset, rows);
    }

    @Override
    public void axpy(int column, double a, double center, double[] v, int offset) {
        Vectors.shiftedAxpy(a, columns[column], center, v, offset, rows);
    }

    @Override
    public void read(int column, int from, int length, double[] out, int at) {
        System.arraycopy(columns[column], from, out, at, length);
    }

    @Override
    public void dot(int[] which, double[] centers, int count, double[] v, int offset, double[] out) {
        Panels.dot(select(which, count), centers, v, offset, rows, out);
    }

    @Override
    public void axpy(int[] which, double[] a, double[] centers, int count, double[] v, int offset) {
        Panels.axpy(a, select(which, count), centers, v, offset, rows);
    }

    private double[][] select(int[] which, int count) {
        double[][] selected = new double[count][];
        for (int k = 0; k < count; k++) {
            selected[k] = columns[which[k]];
        }
        return selected;
    }

    @Override
    public double weightedSquares(int column, double center, double[] weights) {
        double[] x = columns[column];
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            double d = x[i] - center;
            sum += weights[i] * d * d;
        }
        return sum;
    }
}

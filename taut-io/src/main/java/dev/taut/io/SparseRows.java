package dev.taut.io;

import dev.taut.design.SparseDesign;
import java.util.Arrays;

/** Rows of a sparse matrix while they arrive one by one, and their turning into columns. */
final class SparseRows {
    private double[] labels = new double[1024];
    private int[] starts = new int[1025];
    private int[] columnOf = new int[4096];
    private double[] values = new double[4096];
    private int rows;
    private int entries;
    private int columns;

    /** An entry of the row that {@link #end} will end; zeros need no entry. */
    void add(int column, double value) {
        if (value == 0) {
            columns = Math.max(columns, column + 1);
            return;
        }
        if (entries == values.length) {
            columnOf = Arrays.copyOf(columnOf, 2 * entries);
            values = Arrays.copyOf(values, 2 * entries);
        }
        columnOf[entries] = column;
        values[entries++] = value;
        columns = Math.max(columns, column + 1);
    }

    /** Ends a row. */
    void end(double label) {
        if (rows == labels.length) {
            labels = Arrays.copyOf(labels, 2 * rows);
            starts = Arrays.copyOf(starts, 2 * rows + 1);
        }
        labels[rows++] = label;
        starts[rows] = entries;
    }

    /** Forgets the entries since the last row ended. */
    void drop() {
        entries = starts[rows];
    }

    int rows() {
        return rows;
    }

    /** One more than the largest column. */
    int columns() {
        return columns;
    }

    double[] labels() {
        return Arrays.copyOf(labels, rows);
    }

    /** The matrix by columns; rows ascend within each because they arrived in order. */
    SparseDesign design(int width) {
        int[] from = new int[width + 1];
        for (int k = 0; k < entries; k++) {
            from[columnOf[k] + 1]++;
        }
        for (int j = 0; j < width; j++) {
            from[j + 1] += from[j];
        }
        int[] next = Arrays.copyOf(from, width);
        int[] rowIndex = new int[entries];
        double[] value = new double[entries];
        for (int row = 0; row < rows; row++) {
            for (int k = starts[row]; k < starts[row + 1]; k++) {
                int place = next[columnOf[k]]++;
                rowIndex[place] = row;
                value[place] = values[k];
            }
        }
        return SparseDesign.of(rows, from, rowIndex, value);
    }
}

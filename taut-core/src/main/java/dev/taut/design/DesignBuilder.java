package dev.taut.design;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects columns, dense and one-hot, into the design that stores them best: dense columns as arrays of doubles or floats, wide one-hot
 * blocks as sparse columns, both side by side in the order in which they came.
 */
public final class DesignBuilder {
    /** A one-hot block of more columns than this is stored sparse: less than one entry in twenty differs from 0. */
    private static final int DENSE_BLOCK = 20;

    private final int rows;
    private final Storage storage;
    private final List<Design> parts = new ArrayList<>();
    private final List<double[]> doubles = new ArrayList<>();
    private final List<float[]> floats = new ArrayList<>();
    /** Columns so far. */
    private int count;

    private final List<Integer> coarse = new ArrayList<>();

    /** Dense columns are kept as doubles. */
    public DesignBuilder(int rows) {
        this(rows, Storage.DOUBLE);
    }

    /** Dense columns are kept as told. */
    public DesignBuilder(int rows, Storage storage) {
        this.rows = rows;
        this.storage = storage;
    }

    /**
     * Appends a column, as doubles without copying it; the caller must not change it afterwards.
     *
     * @throws IllegalArgumentException if it has not one value per row
     */
    public DesignBuilder dense(double[] column) {
        if (column.length != rows) {
            throw new IllegalArgumentException("a column has " + column.length + " values, expected " + rows);
        }
        append(column);
        return this;
    }

    private void append(double[] column) {
        if (storage == Storage.DOUBLE) {
            doubles.add(column);
        } else {
            float[] nearest = FloatDesign.nearest(column);
            if (FloatDesign.isCoarse(nearest, column)) {
                coarse.add(count);
            }
            floats.add(nearest);
        }
        count++;
    }

    /**
     * The columns, by number, that float32 cannot keep: it moves some entry by more than a thousandth of the column's
     * standard deviation, or makes it infinite.
     */
    public List<Integer> coarse() {
        return List.copyOf(coarse);
    }

    /**
     * Appends {@code levels} columns; column k is 1 in the rows whose code is k, else 0. Negative codes are 0 in all
     * columns.
     *
     * @throws IllegalArgumentException if there is not one code per row, or a code is not below {@code levels}
     */
    public DesignBuilder oneHot(int[] codes, int levels) {
        if (codes.length != rows) {
            throw new IllegalArgumentException(codes.length + " codes, expected " + rows);
        }
        int[] from = starts(codes, levels);
        if (levels > DENSE_BLOCK) {
            closeDense();
            parts.add(sparse(codes, from));
            count += levels;
        } else {
            for (double[] column : columns(codes, levels)) {
                append(column);
            }
        }
        return this;
    }

    /**
     * Appends sparse columns without copying them.
     *
     * @throws IllegalArgumentException if they have other rows
     */
    public DesignBuilder sparse(SparseDesign columns) {
        if (columns.rows() != rows) {
            throw new IllegalArgumentException("sparse columns have " + columns.rows() + " rows, expected " + rows);
        }
        if (columns.columns() > 0) {
            closeDense();
            parts.add(columns);
            count += columns.columns();
        }
        return this;
    }

    /** Position of the first entry of each column, and the number of entries. */
    private static int[] starts(int[] codes, int count) {
        int[] from = new int[count + 1];
        for (int code : codes) {
            if (code >= count) {
                throw new IllegalArgumentException("code " + code + " is not below " + count);
            }
            if (code >= 0) {
                from[code + 1]++;
            }
        }
        for (int k = 0; k < count; k++) {
            from[k + 1] += from[k];
        }
        return from;
    }

    private SparseDesign sparse(int[] codes, int[] from) {
        int[] next = from.clone();
        int[] row = new int[from[from.length - 1]];
        for (int i = 0; i < rows; i++) {
            if (codes[i] >= 0) {
                row[next[codes[i]]++] = i;
            }
        }
        double[] ones = new double[row.length];
        java.util.Arrays.fill(ones, 1);
        return SparseDesign.of(rows, from, row, ones);
    }

    private double[][] columns(int[] codes, int count) {
        double[][] columns = new double[count][rows];
        for (int i = 0; i < rows; i++) {
            if (codes[i] >= 0) {
                columns[codes[i]][i] = 1;
            }
        }
        return columns;
    }

    private void closeDense() {
        if (!doubles.isEmpty()) {
            parts.add(DenseDesign.ofColumns(rows, doubles.toArray(double[][]::new)));
            doubles.clear();
        }
        if (!floats.isEmpty()) {
            parts.add(FloatDesign.ofColumns(rows, floats.toArray(float[][]::new)));
            floats.clear();
        }
    }

    /** The design of all columns so far. */
    public Design build() {
        closeDense();
        if (parts.isEmpty()) {
            return DenseDesign.ofColumns(rows);
        }
        return parts.size() == 1 ? parts.get(0) : ConcatenatedDesign.of(rows, parts);
    }
}

package dev.taut.design;

import dev.taut.kernel.Vectors;

/**
 * A dense design of float32 numbers, half as large as a {@link DenseDesign}; everything is computed in double precision,
 * and equal, to the bit, to what the dense design of the rounded numbers gives.
 */
public final class FloatDesign extends ConvertedDesign {
    /** Rounding errors beyond this share of a standard deviation would be seen in results. */
    private static final double COARSE = 1e-3;

    private final float[][] columns;

    private FloatDesign(int rows, float[][] columns) {
        super(rows);
        this.columns = columns;
    }

    /**
     * Wraps the columns without copying; the caller must not change them afterwards.
     *
     * @param rows number of rows, which an empty matrix cannot tell
     * @throws IllegalArgumentException if a column has another length
     */
    public static FloatDesign ofColumns(int rows, float[]... columns) {
        for (int j = 0; j < columns.length; j++) {
            if (columns[j].length != rows) {
                throw new IllegalArgumentException(
                        "column " + j + " has " + columns[j].length + " values, expected " + rows);
            }
        }
        return new FloatDesign(rows, columns.clone());
    }

    /**
     * The nearest float32 numbers.
     *
     * @throws IllegalArgumentException if a finite value is beyond the range of float32, naming its row
     */
    public static float[] rounded(double[] column) {
        float[] rounded = new float[column.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = Storage.rounded(column[i], i);
        }
        return rounded;
    }

    /** The nearest float32 numbers, infinite beyond their range. */
    static float[] nearest(double[] column) {
        float[] nearest = new float[column.length];
        for (int i = 0; i < nearest.length; i++) {
            nearest[i] = (float) column[i];
        }
        return nearest;
    }

    /** Whether rounding moved an entry by more than a thousandth of the standard deviation of the finite column. */
    static boolean isCoarse(float[] rounded, double[] column) {
        double mean = Vectors.sum(column, 0, column.length) / column.length;
        double squares = 0;
        double worst = 0;
        for (int i = 0; i < column.length; i++) {
            squares += (column[i] - mean) * (column[i] - mean);
            worst = Math.max(worst, Math.abs(rounded[i] - column[i]));
        }
        return worst > COARSE * Math.sqrt(squares / column.length);
    }

    @Override
    public int columns() {
        return columns.length;
    }

    @Override
    public void read(int column, int from, int length, double[] out, int at) {
        float[] x = columns[column];
        for (int i = 0; i < length; i++) {
            out[at + i] = x[from + i];
        }
    }
}

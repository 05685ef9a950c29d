package dev.taut.design;

import dev.taut.kernel.Vectors;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Compressed sparse columns (CSC): column j has the entries {@code from[j] … from[j+1]−1} of {@code rowIndex} and
 * {@code value}, rows ascending.
 */
public final class SparseDesign implements Design {
    /** Share of entries up to which a Gram matrix is cheaper row by row than as if the columns were dense. */
    private static final double SPARSE = 0.25;

    private final int rows;
    private final int[] from;
    private final int[] rowIndex;
    private final double[] value;

    private SparseDesign(int rows, int[] from, int[] rowIndex, double[] value) {
        this.rows = rows;
        this.from = from;
        this.rowIndex = rowIndex;
        this.value = value;
    }

    /**
     * Wraps the arrays without copying; the caller must not change them afterwards.
     *
     * @param from     p + 1 ascending positions, starting at 0 and ending at the number of entries
     * @param rowIndex row of each entry, ascending within a column
     * @throws IllegalArgumentException if the arrays do not fit together
     */
    public static SparseDesign of(int rows, int[] from, int[] rowIndex, double[] value) {
        if (from.length == 0 || from[0] != 0 || from[from.length - 1] != value.length) {
            throw new IllegalArgumentException("column positions must run from 0 to " + value.length);
        }
        for (int j = 0; j + 1 < from.length; j++) {
            int previous = -1;
            for (int k = from[j]; k < from[j + 1]; k++) {
                if (rowIndex[k] <= previous || rowIndex[k] >= rows) {
                    throw new IllegalArgumentException("column " + j + ": row index " + rowIndex[k]
                            + " is out of order or outside [0, " + rows + ")");
                }
                previous = rowIndex[k];
            }
        }
        return new SparseDesign(rows, from, rowIndex, value);
    }

    /** The non-zero entries of dense columns. */
    public static SparseDesign ofColumns(int rows, double[]... columns) {
        int[] from = new int[columns.length + 1];
        for (int j = 0; j < columns.length; j++) {
            double[] x = columns[j];
            from[j + 1] = from[j]
                    + (int) IntStream.range(0, rows).filter(i -> x[i] != 0).count();
        }
        int[] index = new int[from[columns.length]];
        double[] value = new double[index.length];
        int k = 0;
        for (double[] x : columns) {
            for (int i = 0; i < rows; i++) {
                if (x[i] != 0) {
                    index[k] = i;
                    value[k++] = x[i];
                }
            }
        }
        return new SparseDesign(rows, from, index, value);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return from.length - 1;
    }

    @Override
    public long nonZeros() {
        return value.length;
    }

    @Override
    public Optional<SparseColumns> sparse() {
        double[] ones = new double[columns()];
        Arrays.fill(ones, 1);
        return Optional.of(new SparseColumns(rows, from, rowIndex, value, new double[columns()], ones));
    }

    @Override
    public double dot(int column, double[] v, int offset) {
        double sum = 0;
        for (int k = from[column]; k < from[column + 1]; k++) {
            sum += value[k] * v[offset + rowIndex[k]];
        }
        return sum;
    }

    @Override
    public void axpy(int column, double a, double[] v, int offset) {
        for (int k = from[column]; k < from[column + 1]; k++) {
            v[offset + rowIndex[k]] += a * value[k];
        }
    }

    @Override
    public void axpy(int[] columns, double[] a, double[] centers, int count, double[] v, int offset) {
        double shift = 0;
        for (int k = 0; k < count; k++) {
            if (a[k] != 0) {
                axpy(columns[k], a[k], v, offset);
                shift -= a[k] * centers[k];
            }
        }
        if (shift != 0) {
            Vectors.add(shift, v, offset, rows);
        }
    }

    @Override
    public void read(int column, int first, int length, double[] out, int at) {
        Arrays.fill(out, at, at + length, 0);
        int k = Arrays.binarySearch(rowIndex, from[column], from[column + 1], first);
        for (k = k < 0 ? -k - 1 : k; k < from[column + 1] && rowIndex[k] < first + length; k++) {
            out[at + rowIndex[k] - first] = value[k];
        }
    }

    /** The sum over v that centres ask for is taken once. */
    @Override
    public void dot(int[] columns, double[] centers, int count, double[] v, int offset, double[] out) {
        double sum = Vectors.sum(v, offset, rows);
        for (int k = 0; k < count; k++) {
            double product = dot(columns[k], v, offset);
            out[k] = centers[k] == 0 ? product : product - centers[k] * sum;
        }
    }

    @Override
    public double[][] gram(int[] columns, double[] centers, int first, double[] weights) {
        long entries = 0;
        for (int column : columns) {
            entries += from[column + 1] - from[column];
        }
        return entries > SPARSE * rows * columns.length
                ? Design.super.gram(columns, centers, first, weights)
                : SparseGram.of(this, columns, centers, first, weights);
    }

    /** Where columns begin in the entries, and the last one ends. */
    int[] from() {
        return from;
    }

    /** The row of each entry, column by column, ascending in a column. */
    int[] rowIndex() {
        return rowIndex;
    }

    double[] value() {
        return value;
    }

    /** The weight of all rows is taken once. */
    @Override
    public double[] weightedSquares(double[] centers, double[] weights) {
        double total = Vectors.sum(weights, 0, rows);
        long weighted = Arrays.stream(weights).filter(w -> w > 0).count();
        double[] squares = new double[centers.length];
        for (int j = 0; j < squares.length; j++) {
            double sum = 0;
            double weight = 0;
            int present = 0;
            for (int k = from[j]; k < from[j + 1]; k++) {
                double w = weights[rowIndex[k]];
                double d = value[k] - centers[j];
                sum += w * d * d;
                weight += w;
                present += w > 0 ? 1 : 0;
            }
            // A difference of sums would not be zero for a column without zeros.
            double zeros = present == weighted ? 0 : Math.max(total - weight, 0);
            squares[j] = sum + zeros * centers[j] * centers[j];
        }
        return squares;
    }

    @Override
    public double weightedSquares(int column, double center, double[] weights) {
        double sum = 0;
        for (int k = from[column]; k < from[column + 1]; k++) {
            double d = value[k] - center;
            sum += weights[rowIndex[k]] * d * d;
        }
        return center == 0 ? sum : sum + weightOfZeros(column, weights) * center * center;
    }

    /** Σ wᵢ over the rows without an entry, summed directly: a difference of sums would not be zero for a full column. */
    private double weightOfZeros(int column, double[] weights) {
        double sum = 0;
        int next = 0;
        for (int k = from[column]; k < from[column + 1]; k++) {
            for (; next < rowIndex[k]; next++) {
                sum += weights[next];
            }
            next++;
        }
        for (; next < rows; next++) {
            sum += weights[next];
        }
        return sum;
    }
}

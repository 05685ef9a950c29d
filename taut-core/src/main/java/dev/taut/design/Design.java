package dev.taut.design;

import java.util.Optional;

/**
 * The matrix X as solvers see it: n rows, p columns, reached one column at a time and never densified.
 *
 * <p>Vectors are passed as an array and an offset, because a loss with several outputs keeps one block of n values per
 * output in a single array. The law that ties the operations together is ⟨Xb, v⟩ = ⟨b, Xᵀv⟩.
 */
public interface Design {
    int rows();

    int columns();

    /** Σᵢ xᵢⱼ · v[offset + i]. */
    double dot(int column, double[] v, int offset);

    /** v[offset + i] += a · xᵢⱼ. */
    void axpy(int column, double a, double[] v, int offset);

    /** Σᵢ wᵢ (xᵢⱼ − center)²: with the weighted mean as center, the weighted variance of the column. */
    double weightedSquares(int column, double center, double[] weights);

    /** The same for all columns, each with its center. */
    default double[] weightedSquares(double[] centers, double[] weights) {
        double[] squares = new double[centers.length];
        for (int j = 0; j < squares.length; j++) {
            squares[j] = weightedSquares(j, centers[j], weights);
        }
        return squares;
    }

    /** Entries that may differ from zero. */
    default long nonZeros() {
        return (long) rows() * columns();
    }

    /** Σᵢ (xᵢⱼ − center) · v[offset + i]. Dense columns subtract entry by entry and so lose no digits. */
    default double dot(int column, double center, double[] v, int offset) {
        double product = dot(column, v, offset);
        return center == 0 ? product : product - center * dev.taut.kernel.Vectors.sum(v, offset, rows());
    }

    /** v[offset + i] += a · (xᵢⱼ − center). */
    default void axpy(int column, double a, double center, double[] v, int offset) {
        axpy(column, a, v, offset);
        if (center != 0) {
            dev.taut.kernel.Vectors.add(-a * center, v, offset, rows());
        }
    }

    /** out[at + i] = x_{from+i, j} for i in [0, length): a run of a column as it is. */
    void read(int column, int from, int length, double[] out, int at);

    /** out[k] = Σᵢ (x_{i,columns[k]} − centersₖ) · v[offset + i] over the first {@code count} columns, in one sweep. */
    default void dot(int[] columns, double[] centers, int count, double[] v, int offset, double[] out) {
        for (int k = 0; k < count; k++) {
            out[k] = dot(columns[k], centers[k], v, offset);
        }
    }

    /** v[offset + i] += Σⱼ aⱼ (x_{i,columns[j]} − centersⱼ) over the first {@code count} entries, in one sweep. */
    default void axpy(int[] columns, double[] a, double[] centers, int count, double[] v, int offset) {
        for (int k = 0; k < count; k++) {
            if (a[k] != 0) {
                axpy(columns[k], a[k], centers[k], v, offset);
            }
        }
    }

    /**
     * Σᵢ wᵢ (xᵢⱼ − centerⱼ)(xᵢₖ − centerₖ) between columns: the rows {@code from} … of the lower triangle of their Gram
     * matrix.
     *
     * @param columns which, in the order of the rows of the matrix
     * @param centers one per entry of {@code columns}
     * @param from    rows before it are left out
     * @param weights ≥ 0, one per row
     * @return for i ≥ from, at i − from, the products of column i with columns 0 … i
     */
    default double[][] gram(int[] columns, double[] centers, int from, double[] weights) {
        return WeightedGram.of(this, columns, centers, from, weights);
    }

    /** The entries of a sparse design; empty where columns are not kept as entries. */
    default Optional<SparseColumns> sparse() {
        return Optional.empty();
    }

    /** Whether {@link #gram} under equal weights is only looked up. */
    default boolean knowsGram() {
        return false;
    }
}

package dev.taut.design;

/**
 * The entries of a sparse design and the view of them: x̃ᵢⱼ = (xᵢⱼ − centerⱼ)/scaleⱼ, where xᵢⱼ is {@code value[k]} for the
 * entries k from {@code from[j]} to {@code from[j + 1]} − 1 with {@code row[k]} = i, and 0 for all other rows. The arrays
 * are those of the design and not to be changed.
 */
public record SparseColumns(int rows, int[] from, int[] row, double[] value, double[] centers, double[] scales) {
    /** The same entries in another view: these centres and scales count for the entries as they are stored. */
    SparseColumns view(double[] otherCenters, double[] otherScales) {
        return new SparseColumns(rows, from, row, value, otherCenters, otherScales);
    }
}

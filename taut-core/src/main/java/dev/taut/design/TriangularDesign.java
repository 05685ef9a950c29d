package dev.taut.design;

import dev.taut.kernel.Cholesky;
import dev.taut.kernel.Vectors;
import java.util.Arrays;

/**
 * p columns of an upper triangular matrix R with given products RᵀR: as few rows as a Gram matrix needs to be a design.
 * Column j has j + 1 entries; products of columns under equal weights are looked up.
 */
public final class TriangularDesign implements Design {
    private final int rows;
    /** Row i of G = RᵀR, all of it. */
    private final double[][] gram;

    private final double[][] columns;

    private TriangularDesign(int rows, double[][] gram, double[][] columns) {
        this.rows = rows;
        this.gram = gram;
        this.columns = columns;
    }

    /**
     * The triangular factor of a Gram matrix.
     *
     * @param lower the lower triangle of a positive semidefinite matrix, row i of at least i + 1 entries; not changed
     */
    public static TriangularDesign of(double[][] lower) {
        int p = lower.length;
        double[][] gram = new double[p][p];
        double[][] factor = new double[p][];
        for (int i = 0; i < p; i++) {
            factor[i] = Arrays.copyOf(lower[i], i + 1);
            for (int j = 0; j <= i; j++) {
                gram[i][j] = lower[i][j];
                gram[j][i] = lower[i][j];
            }
        }
        // Row j of the Cholesky factor is column j of R.
        Cholesky.factor(factor, p);
        return new TriangularDesign(p, gram, factor);
    }

    /** The first {@code count} columns, of as many rows as before. */
    public TriangularDesign first(int count) {
        return new TriangularDesign(rows, gram, Arrays.copyOf(columns, count));
    }

    /** All entries of a column, zeros included. */
    public double[] column(int column) {
        return Arrays.copyOf(columns[column], rows);
    }

    @Override
    public boolean knowsGram() {
        return true;
    }

    @Override
    public double[][] gram(int[] which, double[] centers, int from, double[] weights) {
        boolean known = Arrays.stream(weights).allMatch(w -> w == weights[0])
                && Arrays.stream(centers).allMatch(c -> c == 0);
        if (!known) {
            return Design.super.gram(which, centers, from, weights);
        }
        double[][] found = new double[which.length - from][];
        for (int i = from; i < which.length; i++) {
            double[] products = gram[which[i]];
            double[] row = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                row[j] = weights[0] * products[which[j]];
            }
            found[i - from] = row;
        }
        return found;
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
        return Vectors.dot(columns[column], 0, v, offset, column + 1);
    }

    @Override
    public void axpy(int column, double a, double[] v, int offset) {
        Vectors.shiftedAxpy(a, columns[column], 0, v, offset, column + 1);
    }

    @Override
    public double weightedSquares(int column, double center, double[] weights) {
        double[] x = columns[column];
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            double d = (i <= column ? x[i] : 0) - center;
            sum += weights[i] * d * d;
        }
        return sum;
    }

    @Override
    public void read(int column, int from, int length, double[] out, int at) {
        for (int i = 0; i < length; i++) {
            out[at + i] = from + i <= column ? columns[column][from + i] : 0;
        }
    }
}

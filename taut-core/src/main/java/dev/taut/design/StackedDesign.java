package dev.taut.design;

import dev.taut.kernel.Vectors;
import java.util.Arrays;

/** [X; A]: a few dense rows below a design, which is kept as it is. */
public final class StackedDesign implements Design {
    private final Design top;
    /** A by columns. */
    private final double[][] bottom;

    private final int more;

    private StackedDesign(Design top, double[][] bottom, int more) {
        this.top = top;
        this.bottom = bottom;
        this.more = more;
    }

    /**
     * The rows below the design.
     *
     * @param below one array of p values per row
     * @throws IllegalArgumentException if a row has another number of columns
     */
    public static StackedDesign of(Design top, double[]... below) {
        double[][] columns = new double[top.columns()][below.length];
        for (int i = 0; i < below.length; i++) {
            if (below[i].length != top.columns()) {
                throw new IllegalArgumentException(
                        "a row has " + below[i].length + " values for " + top.columns() + " columns");
            }
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = below[i][j];
            }
        }
        return new StackedDesign(top, columns, below.length);
    }

    @Override
    public int rows() {
        return top.rows() + more;
    }

    @Override
    public int columns() {
        return top.columns();
    }

    @Override
    public long nonZeros() {
        return top.nonZeros() + (long) more * columns();
    }

    @Override
    public double dot(int column, double[] v, int offset) {
        return top.dot(column, v, offset) + Vectors.dot(bottom[column], 0, v, offset + top.rows(), more);
    }

    @Override
    public void axpy(int column, double a, double[] v, int offset) {
        top.axpy(column, a, v, offset);
        Vectors.shiftedAxpy(a, bottom[column], 0, v, offset + top.rows(), more);
    }

    @Override
    public double weightedSquares(int column, double center, double[] weights) {
        double sum = top.weightedSquares(column, center, Arrays.copyOf(weights, top.rows()));
        for (int i = 0; i < more; i++) {
            double difference = bottom[column][i] - center;
            sum += weights[top.rows() + i] * difference * difference;
        }
        return sum;
    }

    @Override
    public void read(int column, int from, int length, double[] out, int at) {
        int above = Math.max(0, Math.min(length, top.rows() - from));
        if (above > 0) {
            top.read(column, from, above, out, at);
        }
        for (int i = above; i < length; i++) {
            out[at + i] = bottom[column][from + i - top.rows()];
        }
    }
}

package dev.taut.design;

import dev.taut.kernel.Panels;
import dev.taut.kernel.Vectors;

/**
 * A design of which every entry is kept, in whatever form: its columns are taken in runs of doubles, and all sums are
 * sums over runs. So equal numbers give equal results, to the bit, wherever they are kept.
 */
abstract class StoredDesign implements Design {
    private final int rows;

    StoredDesign(int rows) {
        this.rows = rows;
    }

    /** {@link Panels.Columns#run} of a column of this design. */
    abstract int run(int column, int first, int length, double[][] panel, int slot);

    @Override
    public final int rows() {
        return rows;
    }

    @Override
    public final double dot(int column, double[] v, int offset) {
        double[][] panel = new double[1][];
        double sum = 0;
        int length;
        for (int first = 0; first < rows; first += length) {
            length = Math.min(Panels.RUN, rows - first);
            int at = run(column, first, length, panel, 0);
            sum += Vectors.dot(panel[0], at, v, offset + first, length);
        }
        return sum;
    }

    @Override
    public final double dot(int column, double center, double[] v, int offset) {
        double[][] panel = new double[1][];
        double sum = 0;
        int length;
        for (int first = 0; first < rows; first += length) {
            length = Math.min(Panels.RUN, rows - first);
            int at = run(column, first, length, panel, 0);
            sum += Vectors.shiftedDot(panel[0], at, center, v, offset + first, length);
        }
        return sum;
    }

    @Override
    public final void axpy(int column, double a, double[] v, int offset) {
        axpy(column, a, 0, v, offset);
    }

    @Override
    public final void axpy(int column, double a, double center, double[] v, int offset) {
        double[][] panel = new double[1][];
        int length;
        for (int first = 0; first < rows; first += length) {
            length = Math.min(Panels.RUN, rows - first);
            int at = run(column, first, length, panel, 0);
            Vectors.shiftedAxpy(a, panel[0], at, center, v, offset + first, length);
        }
    }

    @Override
    public final void dot(int[] which, double[] centers, int count, double[] v, int offset, double[] out) {
        Panels.dot(among(which), centers, count, v, offset, rows, out);
    }

    @Override
    public final void axpy(int[] which, double[] a, double[] centers, int count, double[] v, int offset) {
        Panels.axpy(among(which), a, centers, count, v, offset, rows);
    }

    private Panels.Columns among(int[] which) {
        return (k, first, length, panel, slot) -> run(which[k], first, length, panel, slot);
    }

    @Override
    public final double weightedSquares(int column, double center, double[] weights) {
        double[][] panel = new double[1][];
        double sum = 0;
        int length;
        for (int first = 0; first < rows; first += length) {
            length = Math.min(Panels.RUN, rows - first);
            int at = run(column, first, length, panel, 0);
            sum += Vectors.shiftedSquares(panel[0], at, center, weights, first, length);
        }
        return sum;
    }
}

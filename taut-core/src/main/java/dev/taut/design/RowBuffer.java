package dev.taut.design;

import dev.taut.kernel.Gram;
import java.util.Arrays;

/** Rows that wait until there are enough of them to be added to their Gram matrix at once. */
final class RowBuffer {
    /** Fewest rows worth a sweep over the matrix, a multiple of {@link Gram#AT_ONCE}. */
    private static final int ENOUGH = 128;

    private final double[][] lower;
    private final double[][] rows;
    private int count;

    /**
     * @param columns entries of a row
     * @param most    rows that may be asked for between two calls of {@link #add}
     */
    RowBuffer(int columns, int most) {
        rows = new double[ENOUGH + most][columns];
        lower = new double[columns][];
        Arrays.setAll(lower, i -> new double[i + 1]);
    }

    /** A row to be filled, whole, before the next {@link #add}. */
    double[] next() {
        return rows[count++];
    }

    /** Adds the rows that have come, if they are enough. */
    void add() {
        if (count >= ENOUGH) {
            int taken = count - count % Gram.AT_ONCE;
            Gram.addLower(rows, taken, 0, lower);
            for (int i = taken; i < count; i++) {
                double[] row = rows[i];
                rows[i] = rows[i - taken];
                rows[i - taken] = row;
            }
            count -= taken;
        }
    }

    /** The matrix of all rows. */
    double[][] finish() {
        while (count % Gram.AT_ONCE != 0) {
            Arrays.fill(next(), 0);
        }
        Gram.addLower(rows, count, 0, lower);
        return lower;
    }
}

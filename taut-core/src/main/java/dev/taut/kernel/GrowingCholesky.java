package dev.taut.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The Cholesky factor A = RᵀR of a symmetric positive semidefinite matrix that gains and loses rows, at k² operations
 * each (Golub and Van Loan 2013, §6.5.4). A row whose pivot is lost in rounding is set aside ({@link #dependents}) and its
 * unknown stays 0.
 *
 * <p>R is kept by rows, each from its diagonal on: then substitution, rotation and the products of a block that is
 * appended run along rows, four at a time.
 */
public final class GrowingCholesky {
    /** A pivot below this share of its diagonal entry is rounding error. */
    private static final double LOST = 1e-12;

    /** Entries of four rows that stay in the nearest cache while every b passes. */
    private static final int RUN = 256;

    private static final double[] GONE = new double[0];

    /** Row i holds R[i][i], R[i][i + 1], …, with room to grow. */
    private double[][] rows = new double[16][];

    private int size;
    private int dependents;

    public int size() {
        return size;
    }

    /** Rows that depend on rows before them. */
    public int dependents() {
        return dependents;
    }

    public void clear() {
        Arrays.fill(rows, 0, size, GONE);
        size = 0;
        dependents = 0;
    }

    /**
     * Takes another A.
     *
     * @param lower its lower triangle, row i of i + 1 entries; overwritten
     */
    public void factor(double[][] lower) {
        Cholesky cholesky = Cholesky.factor(lower, lower.length);
        clear();
        rows = new double[Math.max(16, lower.length)][];
        for (int i = 0; i < lower.length; i++) {
            double[] row = new double[lower.length - i];
            for (int j = i; j < lower.length; j++) {
                row[j - i] = lower[j][i];
            }
            rows[i] = row;
        }
        size = lower.length;
        dependents = (int) IntStream.range(0, size).filter(cholesky::dependent).count();
    }

    /**
     * Appends rows to A.
     *
     * @param added their entries up to the diagonal: row t has {@link #size} + t + 1 of them; overwritten
     */
    public void append(double[]... added) {
        int old = size;
        int grown = old + added.length;
        substitute(added, old);
        reserve(grown);
        for (int i = 0; i < old; i++) {
            double[] row = rows[i];
            for (int t = 0; t < added.length; t++) {
                row[old + t - i] = added[t][i];
            }
        }
        for (int t = 0; t < added.length; t++) {
            appendPivot(added, t, old);
        }
        size = grown;
    }

    private void reserve(int grown) {
        if (grown > rows.length) {
            rows = Arrays.copyOf(rows, Math.max(grown, 2 * rows.length));
        }
        for (int i = 0; i < size; i++) {
            if (grown - i > rows[i].length) {
                rows[i] = Arrays.copyOf(rows[i], grown - i + (grown - i) / 4 + 16);
            }
        }
    }

    /** Row old + t of R, from the appended rows after substitution. */
    private void appendPivot(double[][] added, int t, int old) {
        double[] own = added[t];
        double diagonal = own[old + t];
        double pivot = diagonal - Vectors.dot(own, 0, own, 0, old + t);
        boolean dependent = !(pivot > LOST * diagonal);
        double[] row = new double[added.length - t + 16];
        row[0] = dependent ? 0 : Math.sqrt(pivot);
        dependents += dependent ? 1 : 0;
        for (int u = t + 1; u < added.length; u++) {
            double[] other = added[u];
            double rest = other[old + t] - Vectors.dot(own, 0, other, 0, old + t);
            row[u - t] = dependent ? 0 : rest / row[0];
            other[old + t] = row[u - t];
        }
        rows[old + t] = row;
    }

    /** Overwrites the first entries of every b by the solution y of Rᵀy = b; R is read once for all of them. */
    private void substitute(double[][] all, int length) {
        int i = 0;
        for (; i + 3 < length; i += 4) {
            for (double[] b : all) {
                for (int q = i; q < i + 4; q++) {
                    substituteOne(q, b, i + 4);
                }
            }
            for (int from = i + 4; from < length; from += RUN) {
                for (double[] b : all) {
                    Kernels.LOOPS.subtractRows(rows, i, b, from, Math.min(from + RUN, length));
                }
            }
        }
        for (; i < length; i++) {
            for (double[] b : all) {
                substituteOne(i, b, length);
            }
        }
    }

    /** y_i, and what it takes from the entries before {@code end}. */
    private void substituteOne(int i, double[] b, int end) {
        double[] row = rows[i];
        b[i] = row[0] == 0 ? 0 : b[i] / row[0];
        for (int j = i + 1; j < end; j++) {
            b[j] -= row[j - i] * b[i];
        }
    }

    /**
     * Removes a row of A. None may be dependent, since it might not stay so.
     *
     * @throws IllegalStateException if there are {@link #dependents}
     */
    public void remove(int at) {
        if (dependents > 0) {
            throw new IllegalStateException("a factor with dependent rows cannot lose one");
        }
        for (int i = 0; i < at; i++) {
            System.arraycopy(rows[i], at - i + 1, rows[i], at - i, size - at - 1);
        }
        double[] carried = Arrays.copyOfRange(rows[at], 1, Math.max(1, size - at));
        for (int i = at + 1; i < size; i++) {
            double[] row = rows[i];
            double length = Math.hypot(carried[0], row[0]);
            rotate(carried[0] / length, row[0] / length, carried, row, size - i);
            rows[i - 1] = row;
            // What is left of the carried row begins one column later.
            carried = Arrays.copyOfRange(carried, 1, Math.max(1, size - i));
        }
        rows[--size] = GONE;
    }

    /** (row, carried) ← (c·carried + s·row, c·row − s·carried). */
    private static void rotate(double c, double s, double[] carried, double[] row, int length) {
        for (int j = 0; j < length; j++) {
            double x = carried[j];
            double y = row[j];
            row[j] = c * x + s * y;
            carried[j] = c * y - s * x;
        }
    }

    /** Sets the entries of dependent rows to 0. */
    public void clearDependents(double[] v) {
        for (int i = 0; dependents > 0 && i < size; i++) {
            v[i] = rows[i][0] == 0 ? 0 : v[i];
        }
    }

    /** Overwrites b by a solution of Ax = b in which dependent unknowns are 0. */
    public void solve(double[] b) {
        substitute(new double[][] {b}, size);
        int i = size - 1;
        for (; i >= 3; i -= 4) {
            Kernels.LOOPS.subtractDots(rows, i - 3, b, size);
            for (int q = i; q > i - 4; q--) {
                backOne(q, b, i + 1);
            }
        }
        for (; i >= 0; i--) {
            backOne(i, b, size);
        }
    }

    /** x_i, from the entries before {@code end}. */
    private void backOne(int i, double[] b, int end) {
        double[] row = rows[i];
        double sum = b[i];
        for (int j = i + 1; j < end; j++) {
            sum -= row[j - i] * b[j];
        }
        b[i] = row[0] == 0 ? 0 : sum / row[0];
    }
}

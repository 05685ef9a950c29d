package dev.taut.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The Cholesky factor A = LLᵀ of a symmetric positive semidefinite matrix that gains and loses rows, at k² operations
 * each (Golub and Van Loan 2013, §6.5.4). A row whose pivot is lost in rounding is set aside ({@link #dependents}) and its
 * unknown stays 0.
 */
public final class GrowingCholesky {
    /** A pivot below this share of its diagonal entry is rounding error. */
    private static final double LOST = 1e-12;

    private static final double[] GONE = new double[0];

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
     * @param lower its lower triangle, row i of i + 1 entries; overwritten and kept
     */
    public void factor(double[][] lower) {
        Cholesky cholesky = Cholesky.factor(lower, lower.length);
        rows = lower.length == 0 ? new double[16][] : lower;
        size = lower.length;
        dependents = (int) IntStream.range(0, size).filter(cholesky::dependent).count();
    }

    /**
     * Appends a row to A.
     *
     * @param row its entries, the diagonal last; overwritten and kept
     */
    public void append(double[] row) {
        double diagonal = row[size];
        for (int j = 0; j < size; j++) {
            double[] other = rows[j];
            row[j] = other[j] == 0 ? 0 : (row[j] - Vectors.dot(row, 0, other, 0, j)) / other[j];
        }
        double pivot = diagonal - Vectors.dot(row, 0, row, 0, size);
        boolean dependent = !(pivot > LOST * diagonal);
        row[size] = dependent ? 0 : Math.sqrt(pivot);
        dependents += dependent ? 1 : 0;
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
        }
        rows[size++] = row;
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
        double[] cosine = new double[size];
        double[] sine = new double[size];
        for (int i = at; i + 1 < size; i++) {
            double[] row = rows[i + 1];
            for (int j = at; j < i; j++) {
                double x = row[j];
                double y = row[j + 1];
                row[j] = cosine[j] * x + sine[j] * y;
                row[j + 1] = cosine[j] * y - sine[j] * x;
            }
            double length = Math.hypot(row[i], row[i + 1]);
            cosine[i] = row[i] / length;
            sine[i] = row[i + 1] / length;
            row[i] = length;
            row[i + 1] = 0;
            rows[i] = row;
        }
        rows[--size] = GONE;
    }

    /** Overwrites b by a solution of Ax = b in which dependent unknowns are 0. */
    public void solve(double[] b) {
        for (int i = 0; i < size; i++) {
            double pivot = rows[i][i];
            b[i] = pivot == 0 ? 0 : (b[i] - Vectors.dot(rows[i], 0, b, 0, i)) / pivot;
        }
        for (int i = size - 1; i >= 0; i--) {
            double[] row = rows[i];
            if (row[i] == 0) {
                b[i] = 0;
                continue;
            }
            b[i] /= row[i];
            double value = b[i];
            for (int j = 0; j < i; j++) {
                b[j] -= row[j] * value;
            }
        }
    }
}

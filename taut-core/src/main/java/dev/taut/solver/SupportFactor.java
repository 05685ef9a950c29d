package dev.taut.solver;

import dev.taut.kernel.GrowingCholesky;
import dev.taut.kernel.Vectors;
import java.util.Arrays;

/**
 * Solves (B + D)x = b on a support, D diagonal and B a model H with {@link Secants}, by a factor of H + D₀ that is kept
 * from one solve to the next: supports change by a few coordinates at a time, and so does the factor. What it does not
 * know, B − H and D − D₀, is left to conjugate gradients preconditioned by it, which need no product with H, since
 * the preconditioner times their direction follows from the residuals.
 */
final class SupportFactor {
    /** What removing a row costs, in products of the same number of rows. */
    private static final double REMOVAL = 3;
    /** Largest change of an element of D, as a factor, that is left to conjugate gradients. */
    private static final double FARTHEST = 4;

    private static final int MAX_ITERATIONS = 100;
    private static final double EXACT = 1e-7;

    private final GrowingCholesky factor = new GrowingCholesky();
    /** Position in the model of each row of the factor. */
    private int[] positions = new int[16];
    /** D₀ of each row. */
    private double[] shifts = new double[16];

    /** H has changed. */
    void forget() {
        factor.clear();
    }

    /**
     * Overwrites b by a solution; unknowns of rows that depend on others are 0.
     *
     * @param h       rows of H
     * @param support positions, each once
     * @param shift   D, one entry per element of the support
     */
    void solve(double[][] h, Secants secants, int[] support, double[] shift, double[] b) {
        int[] place = places(support, shift);
        int missing = (int) Arrays.stream(place).filter(at -> at < 0).count();
        int surplus = factor.size() - (support.length - missing);
        double k = support.length;
        boolean anew = surplus > 0 && factor.dependents() > 0 || REMOVAL * surplus + 0.5 * missing > k / 6;
        if (anew) {
            factorAnew(h, support, shift);
        } else {
            if (surplus > 0) {
                remove(place);
            }
            append(h, support, shift, place);
        }
        int[] row = places(support, shift);
        double[] permuted = new double[b.length];
        double[] change = new double[b.length];
        for (int i = 0; i < b.length; i++) {
            permuted[row[i]] = b[i];
            change[row[i]] = shift[i] - shifts[row[i]];
        }
        if (secants.isEmpty() && Arrays.stream(change).allMatch(d -> d == 0)) {
            factor.solve(permuted);
        } else {
            conjugateGradients(secants, change, permuted);
        }
        for (int i = 0; i < b.length; i++) {
            b[i] = permuted[row[i]];
        }
    }

    /** Overwrites b by the solution of (M + E)x = b, M what is factored and E the corrections and the change of D. */
    private void conjugateGradients(Secants secants, double[] change, double[] b) {
        int k = b.length;
        int[] at = Arrays.copyOf(positions, k);
        double[] x = new double[k];
        double[] r = b.clone();
        factor.clearDependents(r);
        double[] z = r.clone();
        factor.solve(z);
        double[] direction = new double[k];
        double[] timesM = new double[k];
        double[] product = new double[k];
        double length = Vectors.dot(r, z);
        double enough = EXACT * EXACT * length;
        double share = 0;
        for (int step = 0; step < MAX_ITERATIONS && length > enough; step++) {
            for (int i = 0; i < k; i++) {
                direction[i] = z[i] + share * direction[i];
                timesM[i] = r[i] + share * timesM[i];
                product[i] = timesM[i] + change[i] * direction[i];
            }
            secants.addCorrection(at, direction, product);
            factor.clearDependents(product);
            double curvature = Vectors.dot(direction, product);
            if (!(curvature > 0)) {
                break;
            }
            double a = length / curvature;
            for (int i = 0; i < k; i++) {
                x[i] += a * direction[i];
                r[i] -= a * product[i];
            }
            System.arraycopy(r, 0, z, 0, k);
            factor.solve(z);
            double next = Vectors.dot(r, z);
            share = next / length;
            length = next;
        }
        System.arraycopy(x, 0, b, 0, k);
    }

    /** The row of each element of the support; −1 if it has none, or one whose D₀ is too far from D. */
    private int[] places(int[] support, double[] shift) {
        int largest = Arrays.stream(support).max().orElse(-1);
        int[] rowOf = new int[largest + 1];
        Arrays.fill(rowOf, -1);
        for (int r = 0; r < factor.size(); r++) {
            if (positions[r] <= largest) {
                rowOf[positions[r]] = r;
            }
        }
        int[] place = new int[support.length];
        for (int i = 0; i < place.length; i++) {
            int r = rowOf[support[i]];
            place[i] = r >= 0 && isNear(shift[i], shifts[r]) ? r : -1;
        }
        return place;
    }

    private static boolean isNear(double shift, double known) {
        return shift == known || (shift * FARTHEST > known && shift < known * FARTHEST);
    }

    /** Removes every row that is in no place, last first. */
    private void remove(int[] place) {
        boolean[] kept = new boolean[factor.size()];
        Arrays.stream(place).filter(at -> at >= 0).forEach(at -> kept[at] = true);
        for (int r = kept.length - 1; r >= 0; r--) {
            if (!kept[r]) {
                int behind = factor.size() - r - 1;
                factor.remove(r);
                System.arraycopy(positions, r + 1, positions, r, behind);
                System.arraycopy(shifts, r + 1, shifts, r, behind);
            }
        }
    }

    private void factorAnew(double[][] h, int[] support, double[] shift) {
        double[][] lower = new double[support.length][];
        for (int i = 0; i < support.length; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j < i; j++) {
                lower[i][j] = h[support[i]][support[j]];
            }
            lower[i][i] = h[support[i]][support[i]] + shift[i];
        }
        factor.factor(lower);
        positions = Arrays.copyOf(support, Math.max(16, support.length));
        shifts = Arrays.copyOf(shift, Math.max(16, support.length));
    }

    /** Appends what has no place, as one block. */
    private void append(double[][] h, int[] support, double[] shift, int[] place) {
        int size = factor.size();
        int grown = size + (int) Arrays.stream(place).filter(at -> at < 0).count();
        if (grown > positions.length) {
            positions = Arrays.copyOf(positions, 2 * grown);
            shifts = Arrays.copyOf(shifts, 2 * grown);
        }
        double[][] rows = new double[grown - size][];
        int next = size;
        for (int i = 0; i < support.length; i++) {
            if (place[i] < 0) {
                positions[next] = support[i];
                shifts[next] = shift[i];
                double[] from = h[support[i]];
                double[] row = new double[next + 1];
                for (int r = 0; r < next; r++) {
                    row[r] = from[positions[r]];
                }
                row[next] = from[support[i]] + shift[i];
                rows[next++ - size] = row;
            }
        }
        factor.append(rows);
    }
}

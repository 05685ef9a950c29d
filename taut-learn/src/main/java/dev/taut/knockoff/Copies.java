package dev.taut.knockoff;

import dev.taut.kernel.Vectors;
import java.util.Optional;

/**
 * Copies X̃ = X − XΣ⁻¹diag(s) + EC with CᵀC = 2·diag(s) − diag(s)Σ⁻¹diag(s) of columns with mean square 1.
 *
 * @param columns    X
 * @param copies     X̃
 * @param separation s
 * @param share      how far the correlations were shrunk; 0 for fixed copies
 */
record Copies(Columns columns, double[][] copies, double[] separation, double share) {
    /** Below this eigenvalue of the correlation matrix columns determine each other but for rounding. */
    private static final double SINGULAR = 1e-9;

    /**
     * E orthonormal (but for a factor √n) and orthogonal to X and to 1, so that X̃ᵀX̃ = XᵀX and XᵀX̃ = XᵀX − n·diag(s);
     * empty if columns determine each other.
     *
     * @param columns at least 2p + 1 rows
     */
    static Optional<Copies> fixed(Columns columns, Separation separation, Normals normals) {
        double[][] correlation = columns.correlation();
        if (Separation.smallestEigenvalue(correlation) < SINGULAR) {
            return Optional.empty();
        }
        double[][] fresh = normals(columns, normals);
        Frame frame = Frame.around(columns);
        for (double[] e : fresh) {
            frame.add(e);
            scale(e, Math.sqrt(columns.rows()));
        }
        return Optional.of(of(columns, correlation, separation, fresh, 0));
    }

    /** E of independent standard normal numbers, Σ shrunken: X̃ given X is as if rows were normal. */
    static Copies model(Columns columns, Separation separation, Normals normals) {
        Shrinkage shrinkage = Shrinkage.of(columns);
        return of(columns, shrinkage.correlation(), separation, normals(columns, normals), shrinkage.share());
    }

    private static double[][] normals(Columns columns, Normals normals) {
        double[][] fresh = new double[columns.count()][];
        for (int j = 0; j < fresh.length; j++) {
            fresh[j] = normals.next(columns.rows());
        }
        return fresh;
    }

    private static void scale(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }

    private static Copies of(
            Columns columns, double[][] correlation, Separation separation, double[][] fresh, double share) {
        double[] s = separation.of(correlation);
        double[][] inverse = Factor.of(correlation).orElseThrow().inverse();
        int p = s.length;
        double[][] rest = new double[p][p];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < p; k++) {
                rest[j][k] = (j == k ? 2 * s[j] : 0) - s[j] * inverse[j][k] * s[k];
            }
        }
        double[][] lower = Factor.semidefinite(rest).lower();
        double[][] copies = new double[p][];
        for (int j = 0; j < p; j++) {
            copies[j] = columns.values()[j].clone();
            for (int k = 0; k < p; k++) {
                Vectors.shiftedAxpy(-s[j] * inverse[k][j], columns.values()[k], 0, copies[j], 0, copies[j].length);
            }
            for (int k = 0; k <= j; k++) {
                Vectors.shiftedAxpy(lower[j][k], fresh[k], 0, copies[j], 0, copies[j].length);
            }
        }
        return new Copies(columns, copies, s, share);
    }
}

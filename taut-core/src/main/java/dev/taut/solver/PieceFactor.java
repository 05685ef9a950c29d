package dev.taut.solver;

import dev.taut.kernel.Cholesky;

/** A factor of the Hessian on one piece of a block penalty, kept as long as the piece and the reference of H stay. */
final class PieceFactor {
    /** The part of every position of the model, or −1. */
    private int[] parts = new int[0];

    private Cholesky factor = Cholesky.factor(new double[0][], 0);

    /** Whether it was made for these parts; positions added since then must be in none. */
    boolean serves(int[] part) {
        if (parts.length == 0 || part.length < parts.length) {
            return false;
        }
        for (int i = 0; i < part.length; i++) {
            if (part[i] != (i < parts.length ? parts[i] : -1)) {
                return false;
            }
        }
        return true;
    }

    /** @param matrix the lower triangle; overwritten */
    void renew(int[] part, double[][] matrix, int size) {
        parts = part.clone();
        factor = Cholesky.factor(matrix, size);
    }

    void forget() {
        parts = new int[0];
    }

    double[] solved(double[] v) {
        double[] x = v.clone();
        factor.solve(x);
        return x;
    }
}

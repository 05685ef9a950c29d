package dev.taut.solver;

import dev.taut.kernel.Cholesky;
import java.util.Arrays;

/**
 * What Newton steps on pieces of block penalties are conditioned by: a factor of the Hessian on an earlier piece. Where
 * parts are single coefficients, it serves other pieces as well: for the parts that both have, and with the diagonal for
 * those it lacks.
 */
final class PieceFactor {
    /** The part of every position of the model, or −1. */
    private int[] parts = new int[0];

    private boolean single;
    private Cholesky factor = Cholesky.factor(new double[0][], 0);
    private int size;

    /** Whether it serves these parts. */
    boolean serves(int[] part, boolean nowSingle) {
        if (parts.length == 0) {
            return false;
        }
        return single && nowSingle || Arrays.equals(parts, part);
    }

    /**
     * @param matrix the lower triangle; overwritten
     * @param alone  whether every part is one position
     */
    void renew(int[] part, boolean alone, double[][] matrix, int newSize) {
        parts = part.clone();
        single = alone;
        size = newSize;
        factor = Cholesky.factor(matrix, newSize);
    }

    void forget() {
        parts = new int[0];
    }

    /**
     * About M⁻¹·v.
     *
     * @param part     the part of every position
     * @param diagonal of M
     */
    double[] solved(int[] part, double[] v, double[] diagonal) {
        if (!single) {
            double[] x = v.clone();
            factor.solve(x);
            return x;
        }
        double[] x = new double[size];
        for (int i = 0; i < Math.min(part.length, parts.length); i++) {
            if (part[i] >= 0 && parts[i] >= 0) {
                x[parts[i]] = v[part[i]];
            }
        }
        factor.solve(x);
        double[] solved = new double[v.length];
        for (int i = 0; i < part.length; i++) {
            if (part[i] >= 0) {
                boolean known = i < parts.length && parts[i] >= 0;
                solved[part[i]] = known ? x[parts[i]] : alone(v[part[i]], diagonal[part[i]]);
            }
        }
        return solved;
    }

    private static double alone(double v, double diagonal) {
        return diagonal > 0 ? v / diagonal : 0;
    }
}

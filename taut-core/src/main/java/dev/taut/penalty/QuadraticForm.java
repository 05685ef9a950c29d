package dev.taut.penalty;

import dev.taut.design.Basis;
import dev.taut.kernel.PivotedCholesky;
import java.util.Arrays;

/**
 * θ = Bβ with βᵀMβ = Σ θⱼ² over the pivots of M = LLᵀ (rank r): at pivot j of step k, θⱼ = (Lᵀβ)ₖ; elsewhere θⱼ = βⱼ, which M
 * leaves free.
 */
final class QuadraticForm implements Basis {
    private final int[] pivots;
    /** Column k of L. */
    private final double[][] columns;

    private final int size;

    QuadraticForm(double[][] matrix) {
        PivotedCholesky factor = PivotedCholesky.factor(matrix);
        this.pivots = factor.pivots();
        this.columns = factor.columns();
        this.size = matrix.length;
    }

    boolean[] penalised() {
        boolean[] penalised = new boolean[size];
        Arrays.stream(pivots).forEach(j -> penalised[j] = true);
        return penalised;
    }

    /** (LLᵀ)ᵢⱼ. */
    double entry(int i, int j) {
        double sum = 0;
        for (double[] column : columns) {
            sum += column[i] * column[j];
        }
        return sum;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void forward(double[] beta) {
        double[] theta = beta.clone();
        for (int k = 0; k < pivots.length; k++) {
            double product = 0;
            for (int j = 0; j < size; j++) {
                product += columns[k][j] * beta[j];
            }
            theta[pivots[k]] = product;
        }
        System.arraycopy(theta, 0, beta, 0, size);
    }

    /** Row pivots[k] of L is zero beyond column k, so the last pivot's equation has but one unknown. */
    @Override
    public void inverse(double[] theta) {
        for (int k = pivots.length - 1; k >= 0; k--) {
            double rest = theta[pivots[k]];
            for (int j = 0; j < size; j++) {
                rest -= j == pivots[k] ? 0 : columns[k][j] * theta[j];
            }
            theta[pivots[k]] = rest / columns[k][pivots[k]];
        }
    }

    @Override
    public void forwardTransposed(double[] g) {
        double[] out = g.clone();
        for (int pivot : pivots) {
            out[pivot] = 0;
        }
        for (int k = 0; k < pivots.length; k++) {
            for (int j = 0; j < size; j++) {
                out[j] += columns[k][j] * g[pivots[k]];
            }
        }
        System.arraycopy(out, 0, g, 0, size);
    }

    @Override
    public void inverseTransposed(double[] g) {
        for (int k = 0; k < pivots.length; k++) {
            int pivot = pivots[k];
            double share = g[pivot] / columns[k][pivot];
            for (int j = 0; j < size; j++) {
                g[j] -= j == pivot ? 0 : columns[k][j] * share;
            }
            g[pivot] = share;
        }
    }
}

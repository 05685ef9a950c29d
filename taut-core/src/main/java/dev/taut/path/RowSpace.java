package dev.taut.path;

import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.kernel.OuterProducts;
import dev.taut.kernel.PivotedCholesky;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Coefficients;

/**
 * Ridge with more columns than rows, without loss in at most n columns: coefficients outside the row space of X only
 * add to ‖β‖, so that β = Vγ with orthonormal V, Xβ = Zγ and ‖β‖ = ‖γ‖ (Hastie and Tibshirani 2004, "Efficient quadratic
 * regularization for expression arrays", §3).
 *
 * <p>Z is the pivoted Cholesky factor of the kernel XXᵀ = ZZᵀ, and V follows from the pivot rows: X₁ = Z₁Vᵀ, so
 * β = X₁ᵀZ₁⁻ᵀγ. Only an n-vector per output and one pass over the columns are needed to come back.
 */
final class RowSpace {
    private final Design design;
    private final PivotedCholesky factor;
    private final Design reduced;

    private RowSpace(Design design, PivotedCholesky factor) {
        this.design = design;
        this.factor = factor;
        this.reduced = DenseDesign.ofColumns(design.rows(), factor.columns());
    }

    /** Whether a penalty is indifferent to rotations of β, and the design wide enough to gain. */
    static boolean applies(Penalty penalty, Design design) {
        return design.rows() < design.columns()
                && design.rows() > 0
                && (penalty.equals(Penalty.ridge()) || penalty.equals(Penalty.none()));
    }

    static RowSpace of(Design design) {
        int n = design.rows();
        OuterProducts kernel = new OuterProducts(n);
        for (int j = 0; j < design.columns(); j++) {
            double[] column = new double[n];
            design.axpy(j, 1, column, 0);
            kernel.add(column);
        }
        return new RowSpace(design, PivotedCholesky.factor(kernel.lower()));
    }

    /** Z. */
    Design design() {
        return reduced;
    }

    /** β = Vγ for every output; the intercepts stay. */
    Coefficients back(Coefficients reducedCoefficients) {
        int p = design.columns();
        double[] gamma = reducedCoefficients.dense();
        int r = reduced.columns();
        double[] beta = new double[p * reducedCoefficients.outputs()];
        for (int k = 0; k < reducedCoefficients.outputs(); k++) {
            double[] share = java.util.Arrays.copyOfRange(gamma, k * r, (k + 1) * r);
            factor.solveTransposed(share);
            double[] combination = new double[design.rows()];
            for (int i = 0; i < r; i++) {
                combination[factor.pivots()[i]] = share[i];
            }
            for (int j = 0; j < p; j++) {
                beta[k * p + j] = design.dot(j, combination, 0);
            }
        }
        return Coefficients.of(p, reducedCoefficients.intercepts(), beta);
    }
}

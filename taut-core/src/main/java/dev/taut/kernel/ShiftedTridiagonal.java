package dev.taut.kernel;

/**
 * T + shift = LDLᵀ for a symmetric tridiagonal T, L with a unit diagonal and one diagonal below it (Golub and Van Loan
 * 2013, "Matrix Computations", §4.3.6). Everything costs O(n).
 */
public final class ShiftedTridiagonal {
    private final double[] pivots;
    private final double[] multipliers;

    private ShiftedTridiagonal(double[] pivots, double[] multipliers) {
        this.pivots = pivots;
        this.multipliers = multipliers;
    }

    static ShiftedTridiagonal factor(double[] diagonal, double[] beside, double shift) {
        int n = diagonal.length;
        double[] pivots = new double[n];
        double[] multipliers = new double[n];
        for (int k = 0; k < n; k++) {
            double taken = k == 0 ? 0 : multipliers[k - 1] * beside[k - 1];
            pivots[k] = diagonal[k] + shift - taken;
            multipliers[k] = beside[k] / pivots[k];
        }
        return new ShiftedTridiagonal(pivots, multipliers);
    }

    /** Whether T + shift is positive definite: no other method says anything of use if it is not. */
    public boolean isPositive() {
        for (double pivot : pivots) {
            if (!(pivot > 0)) {
                return false;
            }
        }
        return true;
    }

    /** z ← (T + shift)⁻¹z. */
    public void solve(double[] z) {
        int n = pivots.length;
        for (int k = 1; k < n; k++) {
            z[k] -= multipliers[k - 1] * z[k - 1];
        }
        for (int k = n - 1; k >= 0; k--) {
            z[k] = z[k] / pivots[k] - (k + 1 < n ? multipliers[k] * z[k + 1] : 0);
        }
    }

    /** tr (T + shift)⁻¹, a sum of positive terms: (·)⁻¹ₖₖ = 1/dₖ + lₖ² (·)⁻¹ₖ₊₁,ₖ₊₁. */
    public double inverseTrace() {
        double trace = 0;
        double next = 0;
        for (int k = pivots.length - 1; k >= 0; k--) {
            next = 1 / pivots[k] + multipliers[k] * multipliers[k] * next;
            trace += next;
        }
        return trace;
    }

    /**
     * out[i] = zᵢᵀ(T + shift)⁻¹zᵢ = Σₖ (L⁻¹zᵢ)ₖ²/dₖ for many vectors at once.
     *
     * @param z   n rows; z[k][i] is entry k of vector i
     * @param out one value per vector
     */
    public void energies(double[][] z, double[] out) {
        java.util.Arrays.fill(out, 0);
        double[] solved = new double[out.length];
        for (int k = 0; k < pivots.length; k++) {
            double multiplier = k == 0 ? 0 : multipliers[k - 1];
            addEnergy(z[k], multiplier, 1 / pivots[k], solved, out);
        }
    }

    private static void addEnergy(double[] z, double multiplier, double inverse, double[] solved, double[] out) {
        for (int i = 0; i < out.length; i++) {
            double value = z[i] - multiplier * solved[i];
            solved[i] = value;
            out[i] += value * value * inverse;
        }
    }
}

package dev.taut.path;

import dev.taut.kernel.Bundles;
import dev.taut.kernel.ShiftedTridiagonal;
import java.util.List;

/**
 * What is left of each row, 1 − hᵢ at every λ: hᵢ = ‖Uᵢ‖² + zᵢᵀ(ZᵀZ + λ)⁻¹zᵢ is row i's share in its own fitted value.
 *
 * <p>From the form of ZZᵀ it is λ·(Peᵢ)ᵀ(ZZᵀ + λ)⁻¹(Peᵢ), which stays exact where hᵢ comes close to 1.
 */
final class Leverages {
    private static final int RUN = 64;

    private final Shrunken shrunken;
    private final RidgeFactor factor;
    /** The rows of Q. */
    private final double[][] basis;

    private Leverages(Shrunken shrunken, RidgeFactor factor) {
        this.shrunken = shrunken;
        this.factor = factor;
        this.basis = factor.form().basis();
    }

    /** One array per λ, with a value per row. */
    static double[][] left(Shrunken shrunken, RidgeFactor factor, double[] lambdas, List<ShiftedTridiagonal> shifted) {
        Leverages leverages = new Leverages(shrunken, factor);
        int n = shrunken.rows();
        double[][] left = new double[lambdas.length][n];
        for (int from = 0; from < n; from += RUN) {
            int length = Math.min(RUN, n - from);
            double[][] rotated = transposed(leverages.rotated(from, length));
            double[] energies = new double[length];
            for (int b = 0; b < lambdas.length; b++) {
                shifted.get(b).energies(rotated, energies);
                for (int i = 0; i < length; i++) {
                    left[b][from + i] = leverages.left(from + i, energies[i], lambdas[b]);
                }
            }
        }
        return left;
    }

    private double left(int row, double energy, double lambda) {
        return byRows() ? lambda * energy : 1 - shrunken.unpenalised().share(row) - energy;
    }

    private boolean byRows() {
        return factor instanceof RidgeFactor.ByRows;
    }

    /** Qᵀzᵢ, or QᵀPeᵢ, for a run of rows i. */
    private double[][] rotated(int from, int length) {
        double[][] rows = new double[length][byRows() ? shrunken.rows() : shrunken.size()];
        if (byRows()) {
            for (int i = 0; i < length; i++) {
                rows[i][from + i] = 1;
                shrunken.unpenalised().project(rows[i]);
            }
        } else {
            shrunken.rows(from, length, rows);
        }
        double[][] rotated = new double[length][basis.length];
        Bundles.dot(rows, basis, rotated, basis.length);
        return rotated;
    }

    private static double[][] transposed(double[][] rows) {
        double[][] transposed = new double[rows[0].length][];
        for (int k = 0; k < transposed.length; k++) {
            transposed[k] = Bundles.vector(rows, k);
        }
        return transposed;
    }
}

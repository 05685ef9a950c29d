package dev.taut.path;

import dev.taut.kernel.Bundles;
import dev.taut.kernel.OuterProducts;
import dev.taut.kernel.ShiftedTridiagonal;
import dev.taut.kernel.Tridiagonal;
import java.util.List;
import java.util.stream.IntStream;

/** (ZᵀZ + λ)⁻¹ for every λ from one tridiagonal form: that of ZᵀZ, or of ZZᵀ if Z has fewer rows than columns. */
sealed interface RidgeFactor {
    /** A λ below this share of the largest eigenvalue is not told from rounding. */
    double LOST = 1e-13;

    Tridiagonal form();

    /** (ZᵀZ + λ)⁻¹Zᵀt for each λ, side by side: what minimises ½‖t − Zu‖² + λ/2·‖u‖². */
    double[][] minimisers(List<ShiftedTridiagonal> shifted);

    /** Whether λ is positive and large enough for the rounding of the form. */
    default boolean isSolvable(double lambda) {
        return lambda > LOST * form().norm() && form().plus(lambda).isPositive();
    }

    /** What was factored, in words. */
    String what();

    static RidgeFactor of(Shrunken shrunken) {
        return shrunken.rows() < shrunken.size() ? ByRows.of(shrunken) : ByColumns.of(shrunken);
    }

    /** Both triangles of what is given by its lower one, in rows of full length. */
    private static double[][] full(double[][] lower) {
        int n = lower.length;
        double[][] full = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                full[i][j] = lower[i][j];
                full[j][i] = lower[i][j];
            }
        }
        return full;
    }

    private static double[] solved(Tridiagonal form, ShiftedTridiagonal shifted, double[] rotated) {
        double[] x = rotated.clone();
        shifted.solve(x);
        form.fromBasis(x);
        return x;
    }

    /**
     * @param rotated QᵀZᵀt
     * @param empty   columns of Z without an entry, whose share of any minimiser is 0, and not rounding
     */
    record ByColumns(Tridiagonal form, double[] rotated, int[] empty) implements RidgeFactor {
        static ByColumns of(Shrunken shrunken) {
            double[][] lower = shrunken.gram();
            int[] empty = IntStream.range(0, lower.length)
                    .filter(k -> lower[k][k] == 0)
                    .toArray();
            Tridiagonal form = Tridiagonal.of(full(lower));
            double[] rotated = shrunken.correlations();
            form.toBasis(rotated);
            return new ByColumns(form, rotated, empty);
        }

        @Override
        public double[][] minimisers(List<ShiftedTridiagonal> shifted) {
            double[][] u = new double[form.size()][shifted.size()];
            for (int b = 0; b < shifted.size(); b++) {
                Bundles.set(u, b, solved(form, shifted.get(b), rotated));
            }
            for (int k : empty) {
                java.util.Arrays.fill(u[k], 0);
            }
            return u;
        }

        @Override
        public String what() {
            return "Gram matrix of " + form.size() + " columns";
        }
    }

    /**
     * (ZᵀZ + λ)⁻¹Zᵀ = Zᵀ(ZZᵀ + λ)⁻¹.
     *
     * @param rotated Qᵀt
     */
    record ByRows(Shrunken shrunken, Tridiagonal form, double[] rotated) implements RidgeFactor {
        static ByRows of(Shrunken shrunken) {
            OuterProducts kernel = new OuterProducts(shrunken.rows());
            for (int k = 0; k < shrunken.size(); k++) {
                kernel.add(shrunken.column(k));
            }
            Tridiagonal form = Tridiagonal.of(full(kernel.lower()));
            double[] rotated = shrunken.target().clone();
            form.toBasis(rotated);
            return new ByRows(shrunken, form, rotated);
        }

        @Override
        public double[][] minimisers(List<ShiftedTridiagonal> shifted) {
            double[][] alpha = new double[form.size()][shifted.size()];
            for (int b = 0; b < shifted.size(); b++) {
                double[] one = solved(form, shifted.get(b), rotated);
                // Zᵀ has nothing to say to what is unpenalised; rounding may.
                shrunken.unpenalised().project(one);
                Bundles.set(alpha, b, one);
            }
            return shrunken.correlations(alpha, shifted.size());
        }

        @Override
        public String what() {
            return "kernel matrix of " + form.size() + " rows";
        }
    }
}

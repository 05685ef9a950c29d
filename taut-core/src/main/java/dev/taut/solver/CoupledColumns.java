package dev.taut.solver;

import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.kernel.Vectors;
import dev.taut.loss.Coupling;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * B·X for the columns met so far, where ∇²F = diag(h) − BᵀB: with it, H = Xᵀdiag(h)X − (BX)ᵀ(BX) costs one more Gram matrix,
 * over as many rows as B has, instead of a product with ∇²F for every column.
 */
final class CoupledColumns {
    private final Design design;
    private final Coupling coupling;
    private final Map<Integer, double[]> products = new HashMap<>();

    CoupledColumns(Design design, Coupling coupling) {
        this.design = design;
        this.coupling = coupling;
    }

    /** From the Gram matrix of these columns, of which the rows {@code from} … are given, takes that of B times them. */
    void subtract(int[] columns, int from, double[][] gram) {
        double[][] all = new double[columns.length][];
        int[] places = new int[columns.length];
        for (int k = 0; k < all.length; k++) {
            all[k] = of(columns[k]);
            places[k] = k;
        }
        double[] ones = new double[coupling.rank()];
        Arrays.fill(ones, 1);
        double[][] coupled =
                DenseDesign.ofColumns(ones.length, all).gram(places, new double[places.length], from, ones);
        for (int i = 0; i < gram.length; i++) {
            for (int j = 0; j < gram[i].length; j++) {
                gram[i][j] -= coupled[i][j];
            }
        }
    }

    /** ⟨Bx, By⟩ of two columns; the one after the last is a column of ones. */
    double product(int column, int other) {
        return Vectors.dot(of(column), of(other));
    }

    private double[] of(int column) {
        return products.computeIfAbsent(column, j -> {
            double[] x = new double[design.rows()];
            if (j < design.columns()) {
                design.axpy(j, 1, x, 0);
            } else {
                Arrays.fill(x, 1);
            }
            double[] product = new double[coupling.rank()];
            coupling.times(x, product);
            return product;
        });
    }
}

package dev.taut.path;

import dev.taut.design.Design;
import dev.taut.kernel.Vectors;
import dev.taut.solver.Coefficients;
import java.util.ArrayList;
import java.util.List;

/**
 * An orthonormal basis of what is fitted without a penalty, the intercept and the free columns, in the metric of the
 * weights: √w·[1 X_f] = UR by Gram and Schmidt, twice over (Björck 1994, "Numerics of Gram-Schmidt orthogonalization").
 * Columns that depend on earlier ones stay out, and their coefficients 0.
 */
final class Unpenalised {
    /** What is left of a column below this share of it is rounding error. */
    private static final double LOST = 1e-11;

    private final List<double[]> basis = new ArrayList<>();
    /** Column k of R: k shares and then what was left. */
    private final List<double[]> triangle = new ArrayList<>();
    /** The design's column behind each vector of the basis; −1 for the intercept. */
    private final List<Integer> sources = new ArrayList<>();

    private final int rows;

    private Unpenalised(int rows) {
        this.rows = rows;
    }

    /**
     * @param columns free columns of the design
     * @param roots   √w
     */
    static Unpenalised of(Design design, boolean intercept, int[] columns, double[] roots) {
        Unpenalised unpenalised = new Unpenalised(design.rows());
        if (intercept) {
            unpenalised.add(-1, roots.clone());
        }
        for (int j : columns) {
            double[] column = new double[design.rows()];
            design.read(j, 0, column.length, column, 0);
            for (int i = 0; i < column.length; i++) {
                column[i] *= roots[i];
            }
            unpenalised.add(j, column);
        }
        return unpenalised;
    }

    private void add(int source, double[] column) {
        double before = Math.sqrt(Vectors.dot(column, column));
        double[] shares = project(column);
        double left = Math.sqrt(Vectors.dot(column, column));
        if (!(left > LOST * before)) {
            return;
        }
        for (int i = 0; i < column.length; i++) {
            column[i] /= left;
        }
        double[] entries = java.util.Arrays.copyOf(shares, shares.length + 1);
        entries[shares.length] = left;
        basis.add(column);
        triangle.add(entries);
        sources.add(source);
    }

    int rank() {
        return basis.size();
    }

    /** ‖Uᵢ‖², in [0, 1]: what these columns explain of a row, whatever its target. */
    double share(int row) {
        double share = 0;
        for (double[] vector : basis) {
            share += vector[row] * vector[row];
        }
        return share;
    }

    /** The vectors of the basis. */
    double[] vector(int k) {
        return basis.get(k);
    }

    /** √w(β₀ + X_f β_f). */
    double[] product(Coefficients coefficients) {
        double[] product = new double[rows];
        for (int k = 0; k < basis.size(); k++) {
            double share = 0;
            for (int later = k; later < basis.size(); later++) {
                share += triangle.get(later)[k] * value(coefficients, later);
            }
            Vectors.shiftedAxpy(share, basis.get(k), 0, product, 0, rows);
        }
        return product;
    }

    private double value(Coefficients coefficients, int k) {
        int source = sources.get(k);
        return source < 0 ? coefficients.intercept(0) : coefficients.get(source, 0);
    }

    /** The largest product of the intercept's and the free columns with a vector that has these shares. */
    double largestProduct(double[] shares) {
        double largest = 0;
        for (double[] entries : triangle) {
            largest = Math.max(largest, Math.abs(Vectors.dot(entries, 0, shares, 0, entries.length)));
        }
        return largest;
    }

    /** v ← v − UUᵀv; answers Uᵀv. */
    double[] project(double[] v) {
        double[] shares = new double[basis.size()];
        for (int round = 0; round < 2; round++) {
            for (int k = 0; k < shares.length; k++) {
                double share = Vectors.dot(basis.get(k), v);
                Vectors.shiftedAxpy(-share, basis.get(k), 0, v, 0, v.length);
                shares[k] += share;
            }
        }
        return shares;
    }

    /**
     * Writes the coefficients R⁻¹·shares of the free columns to β and answers the intercept, 0 if there is none.
     *
     * @param shares overwritten
     */
    double coefficients(double[] shares, double[] beta) {
        double intercept = 0;
        for (int k = shares.length - 1; k >= 0; k--) {
            double[] entries = triangle.get(k);
            double value = shares[k] / entries[k];
            for (int i = 0; i < k; i++) {
                shares[i] -= entries[i] * value;
            }
            if (sources.get(k) < 0) {
                intercept = value;
            } else {
                beta[sources.get(k)] = value;
            }
        }
        return intercept;
    }
}

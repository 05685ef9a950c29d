package dev.taut.solver;

import dev.taut.design.Design;
import dev.taut.kernel.Combination;
import dev.taut.kernel.Vectors;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Bounds of all products Xᵀv from those with a few earlier vectors. With orthonormal references q₁ … q_M, stored
 * Cₘⱼ = ⟨xⱼ, qₘ⟩ and v = Σ aₘqₘ + ρ, Cauchy and Schwarz give
 *
 * <p>|⟨xⱼ, v⟩ − Σ aₘCₘⱼ| ≤ ‖ρ‖ · √(‖xⱼ‖² − Σ Cₘⱼ²).
 *
 * <p>Gradients along a path move smoothly, so that a few references prove most columns inactive without reading them.
 * Norms are those of the weights: ‖x‖² = Σ wᵢxᵢ² for columns, ‖v‖² = Σ vᵢ²/wᵢ for vectors, which vanish where w does.
 */
final class ReferenceSubspace {
    /** References beyond this share of the rows would take as much memory as X deserves. */
    private static final double MOST = 0.1;

    private static final int FEWEST = 8;
    private static final double ROUNDING = 0x1p-52;

    private final Design design;
    private final double[] weights;
    private final double[] norms;
    /** ‖xⱼ‖² − ΣCₘⱼ². */
    private final double[] rest;
    /** Its square root, what rounding may have taken from it included. */
    private final double[] reach;
    /** References times the square roots of the weights, which makes them orthonormal in the norm of vectors. */
    private final double[][] references;
    /** Row m is Cₘ. */
    private final double[][] products;

    private int size;
    private double[] shares = new double[0];
    private double[] estimates = new double[0];
    private boolean estimated;
    private double[] remainder = new double[0];
    private double length;
    private double remainderLength;

    /** @param norms ‖xⱼ‖ of every column */
    ReferenceSubspace(Design design, double[] weights, double[] norms) {
        this.design = design;
        this.weights = weights;
        this.norms = norms;
        this.rest = new double[norms.length];
        this.reach = new double[norms.length];
        for (int j = 0; j < rest.length; j++) {
            rest[j] = norms[j] * norms[j];
            reach[j] = reach(j);
        }
        int most = (int) Math.max(FEWEST, MOST * design.rows());
        this.references = new double[most][];
        this.products = new double[most][];
    }

    boolean isFull() {
        return size == references.length;
    }

    private double reach(int j) {
        return Math.sqrt(rest[j] + 64 * ROUNDING * norms[j] * norms[j]);
    }

    /** Takes v apart; what follows speaks of it. */
    void look(double[] v) {
        estimated = false;
        shares = new double[size];
        remainder = v.clone();
        // Twice is enough (Giraud, Langou, Rozložník and van den Eshof 2005).
        for (int round = 0; round < 2; round++) {
            for (int m = 0; m < size; m++) {
                double share = product(references[m], remainder);
                shares[m] += share;
                Vectors.shiftedAxpy(-share, references[m], 0, remainder, 0, remainder.length);
            }
        }
        length = Math.sqrt(product(v, v));
        remainderLength = Math.sqrt(product(remainder, remainder));
    }

    /** Σ uᵢvᵢ/wᵢ. */
    private double product(double[] u, double[] v) {
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            sum += weights[i] > 0 ? u[i] * v[i] / weights[i] : 0;
        }
        return sum;
    }

    /** What is left of v becomes a reference: one pass over X, if anything is left. Answers Xᵀv, known to rounding. */
    double[] add() {
        if (remainderLength <= ROUNDING * length) {
            return estimates();
        }
        double[] reference = remainder.clone();
        for (int i = 0; i < reference.length; i++) {
            reference[i] /= remainderLength;
        }
        double[] row = new double[norms.length];
        int[] all = new int[row.length];
        Arrays.setAll(all, j -> j);
        design.dot(all, new double[row.length], row.length, reference, 0, row);
        for (int j = 0; j < row.length; j++) {
            rest[j] = Math.max(rest[j] - row[j] * row[j], 0);
            reach[j] = reach(j);
        }
        references[size] = reference;
        products[size++] = row;
        shares = Arrays.copyOf(shares, size);
        shares[size - 1] = remainderLength;
        remainderLength = 0;
        estimated = false;
        return estimates();
    }

    /** Σ aₘCₘⱼ for every column; not to be changed. */
    double[] estimates() {
        if (!estimated) {
            estimates = new double[norms.length];
            Combination.add(shares, products, 0, size, estimates, 0, estimates.length);
            estimated = true;
        }
        return estimates;
    }

    /**
     * The columns, other than those exempt, for which −⟨xⱼ, v⟩ may lie outside its limits.
     *
     * @param margin what is added to every bound, per unit of ‖xⱼ‖
     */
    int[] beyond(Limits limits, double margin, IntPredicate exempt) {
        double[] now = estimates();
        double[] below = limits.below();
        double[] above = limits.above();
        double each = margin + ROUNDING * (design.rows() + 16) * length;
        int[] found = new int[16];
        int count = 0;
        for (int j = 0; j < now.length; j++) {
            double unknown = remainderLength * reach[j] + each * norms[j];
            if ((-now[j] - unknown < below[j] || -now[j] + unknown > above[j]) && !exempt.test(j)) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = j;
            }
        }
        return Arrays.copyOf(found, count);
    }
}

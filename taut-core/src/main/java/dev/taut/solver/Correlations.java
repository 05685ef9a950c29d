package dev.taut.solver;

import dev.taut.design.Design;
import dev.taut.kernel.Vectors;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * c = Xᵀ∇F(η) at the current η: each coordinate computed when it is asked for, and once; or not at all, where a
 * {@link ReferenceSubspace} proves that it lies within its limits.
 */
final class Correlations {
    /** Fewer columns than this are all computed. */
    private static final int FEWEST_COLUMNS = 500;
    /** If more than this share of the columns cannot be told inactive, a pass over all of them is due. */
    private static final double MOST_UNCLEAR = 0.05;

    private final Design design;
    private final int outputs;
    private final double[] norms;
    private final double[] values;
    /** Values are current where this equals {@link #version}. */
    private final int[] computed;

    private final Optional<ReferenceSubspace> references;
    private double[] gradient = new double[0];
    private int version;
    private boolean seen;

    /** @param norms √Σwᵢxᵢ² of every column */
    Correlations(Problem problem, double[] norms) {
        this.design = problem.design();
        this.outputs = problem.datafit().outputs();
        this.norms = norms;
        this.values = new double[norms.length * outputs];
        this.computed = new int[values.length];
        boolean pays = outputs == 1 && norms.length >= FEWEST_COLUMNS && !design.knowsGram();
        this.references = pays
                ? Optional.of(new ReferenceSubspace(design, problem.datafit().weights(), norms))
                : Optional.empty();
    }

    /** η has moved; the gradient there must not change before it moves again. */
    void moved(double[] newGradient) {
        gradient = newGradient;
        version++;
        seen = false;
    }

    int version() {
        return version;
    }

    /** ∂F/∂ of a coordinate; those from p·K on are intercepts. */
    double at(int coordinate) {
        int n = design.rows();
        if (coordinate >= values.length) {
            return Vectors.sum(gradient, (coordinate - values.length) * n, n);
        }
        if (computed[coordinate] != version) {
            int p = design.columns();
            keep(coordinate, design.dot(coordinate % p, gradient, coordinate / p * n));
        }
        return values[coordinate];
    }

    private void keep(int coordinate, double value) {
        values[coordinate] = value;
        computed[coordinate] = version;
    }

    /** c, of which the coordinates asked for since the last move are current; not to be changed. */
    double[] values() {
        return values;
    }

    /** All of c: at most one pass over X. */
    double[] all() {
        if (references.isPresent() && !references.get().isFull()) {
            ReferenceSubspace subspace = look();
            double[] known = subspace.add();
            for (int j = 0; j < known.length; j++) {
                keep(j, known[j]);
            }
            return values;
        }
        int[] everything = new int[values.length];
        for (int c = 0; c < everything.length; c++) {
            everything[c] = c;
        }
        compute(everything);
        return values;
    }

    private ReferenceSubspace look() {
        ReferenceSubspace subspace = references.orElseThrow();
        if (!seen) {
            subspace.look(gradient);
            seen = true;
        }
        return subspace;
    }

    /** Makes these coordinates current; intercepts among them are left out. */
    void compute(int[] coordinates) {
        int n = design.rows();
        int p = design.columns();
        for (int k = 0; k < outputs; k++) {
            int[] columns = new int[coordinates.length];
            int missing = 0;
            for (int c : coordinates) {
                if (c < values.length && c / p == k && computed[c] != version) {
                    columns[missing++] = c % p;
                }
            }
            double[] products = new double[missing];
            design.dot(columns, new double[missing], missing, gradient, k * n, products);
            for (int i = 0; i < missing; i++) {
                keep(k * p + columns[i], products[i]);
            }
        }
    }

    /**
     * The coordinates, other than those exempt, that may lie outside their limits, all current; the others are proved to
     * lie inside.
     *
     * @param margin what is added to every bound, per unit of the column's norm
     */
    int[] beyond(Limits limits, double margin, IntPredicate exempt) {
        if (references.isPresent()) {
            int[] unclear = look().beyond(limits, margin, exempt);
            if (unclear.length <= MOST_UNCLEAR * values.length) {
                compute(unclear);
                return unclear;
            }
        }
        all();
        int[] found = new int[values.length];
        int count = 0;
        for (int c = 0; c < values.length; c++) {
            int j = c % norms.length;
            double reach = margin * norms[j];
            boolean outside = -values[c] - reach < limits.below()[j] || -values[c] + reach > limits.above()[j];
            if (outside && !exempt.test(c)) {
                found[count++] = c;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /**
     * How close coordinates come to their limits, as a share, judged from current values or from bounds alone.
     *
     * @param least smaller shares count as 0
     * @param exempt those to leave out: their share is 0
     */
    double[] shares(Limits limits, double least, IntPredicate exempt) {
        double[] estimates = references.isPresent() ? look().estimates() : all();
        double[] shares = new double[values.length];
        int p = norms.length;
        for (int c = 0; c < shares.length; c++) {
            double u = computed[c] == version ? -values[c] : -estimates[c];
            int j = c < p ? c : c % p;
            double limit = u > 0 ? limits.above()[j] : -limits.below()[j];
            if (Math.abs(u) >= least * limit && limit > 0 && !exempt.test(c)) {
                shares[c] = Math.abs(u) / limit;
            }
        }
        return shares;
    }
}

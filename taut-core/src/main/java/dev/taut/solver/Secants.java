package dev.taut.solver;

import dev.taut.kernel.Combination;
import dev.taut.kernel.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Corrections of a model H of the curvature by the steps taken: B = H + Σ yyᵀ/(yᵀs) − qqᵀ/(sᵀq) for steps s along which
 * the gradient changed by y, where q is Bs before the step was known (BFGS; Nocedal and Wright 2006, eq. 6.19). They
 * keep B positive semidefinite and make an old reference last many λ. Only the vectors are kept, never B.
 */
final class Secants {
    private static final int KEPT = 20;
    /** Curvature along a step, per curvature of the model, below which the step teaches nothing reliable. */
    private static final double FLAT = 1e-3;

    private List<Secant> secants = new ArrayList<>();

    /**
     * @param step     s
     * @param change   y
     * @param product  q
     * @param found    yᵀs
     * @param expected qᵀs
     */
    private record Secant(double[] step, double[] change, double[] product, double found, double expected) {
        /** out += (yyᵀ/found − qqᵀ/expected)·v on the positions given. */
        void addTimes(int[] at, double[] v, double[] out) {
            double along = 0;
            double before = 0;
            for (int i = 0; i < at.length; i++) {
                along += change[at[i]] * v[i];
                before += product[at[i]] * v[i];
            }
            along /= found;
            before /= expected;
            for (int i = 0; i < at.length; i++) {
                out[i] += change[at[i]] * along - product[at[i]] * before;
            }
        }
    }

    boolean isEmpty() {
        return secants.isEmpty();
    }

    void clear() {
        secants.clear();
    }

    /** Learns from a step; h is H. */
    void add(double[] step, double[] change, double[][] h, int size) {
        if (secants.size() == KEPT) {
            // Each q knows all corrections before it, the one to be forgotten too.
            List<Secant> younger = secants.subList(1, KEPT);
            secants = new ArrayList<>();
            younger.forEach(secant -> append(secant.step, secant.change, h, size));
        }
        append(step, change, h, size);
    }

    private void append(double[] step, double[] change, double[][] h, int size) {
        double[] product = new double[size];
        addTimes(h, size, step, 1, product);
        double expected = Vectors.dot(product, step);
        double found = Vectors.dot(change, step);
        if (found > FLAT * expected && expected > 0) {
            secants.add(new Secant(step, change, product, found, expected));
        }
    }

    /** H has grown: a coordinate that was not there did not move, and changed as B said. */
    void extend(double[][] h, int size) {
        List<Secant> longer = new ArrayList<>();
        for (Secant secant : secants) {
            int known = secant.step.length;
            double[] step = Arrays.copyOf(secant.step, size);
            double[] change = Arrays.copyOf(secant.change, size);
            double[] product = Arrays.copyOf(secant.product, size);
            for (int i = known; i < size; i++) {
                product[i] = Vectors.dot(h[i], 0, step, 0, known);
            }
            for (Secant older : longer) {
                double along = Vectors.dot(older.change, step) / older.found;
                double before = Vectors.dot(older.product, step) / older.expected;
                for (int i = known; i < size; i++) {
                    product[i] += older.change[i] * along - older.product[i] * before;
                }
            }
            System.arraycopy(product, known, change, known, size - known);
            longer.add(new Secant(step, change, product, secant.found, secant.expected));
        }
        secants = longer;
    }

    /** out += a·B·v over all coordinates. */
    void addTimes(double[][] h, int size, double[] v, double a, double[] out) {
        double[] factors = new double[size];
        double[][] rows = new double[size][];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (v[i] != 0) {
                factors[count] = a * v[i];
                rows[count++] = h[i];
            }
        }
        Combination.add(factors, rows, 0, count, out, 0, size);
        for (Secant secant : secants) {
            double along = a * Vectors.dot(secant.change, v) / secant.found;
            double before = a * Vectors.dot(secant.product, v) / secant.expected;
            for (int i = 0; i < size; i++) {
                out[i] += secant.change[i] * along - secant.product[i] * before;
            }
        }
    }

    /** out += (B − H)·v on some positions, v being zero elsewhere. */
    void addCorrection(int[] at, double[] v, double[] out) {
        secants.forEach(secant -> secant.addTimes(at, v, out));
    }
}

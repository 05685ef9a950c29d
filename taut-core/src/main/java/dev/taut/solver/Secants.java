package dev.taut.solver;

import dev.taut.kernel.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Corrections of a model of the curvature by the steps taken: H ← H + yyᵀ/(yᵀs) − Hs(Hs)ᵀ/(sᵀHs) for a step s along which
 * the gradient changed by y (BFGS; Nocedal and Wright 2006, eq. 6.19). They keep H positive semidefinite and make
 * an old reference last many λ.
 */
final class Secants {
    private static final int KEPT = 20;
    /** Curvature along a step, per curvature of the model, below which the step teaches nothing reliable. */
    private static final double FLAT = 1e-3;

    private final List<Secant> secants = new ArrayList<>();

    private record Secant(double[] step, double[] change) {
        /** For a model that has grown: a coordinate that was not there did not move, and changed as H says. */
        Secant extended(double[][] h, int size) {
            int known = step.length;
            double[] longer = Arrays.copyOf(step, size);
            double[] change = Arrays.copyOf(this.change, size);
            for (int i = known; i < size; i++) {
                change[i] = Vectors.dot(h[i], 0, longer, 0, known);
            }
            return new Secant(longer, change);
        }

        void apply(double[][] h, int size) {
            double[] product = new double[size];
            for (int i = 0; i < size; i++) {
                product[i] = Vectors.dot(h[i], 0, step, 0, size);
            }
            double expected = Vectors.dot(product, step);
            double found = Vectors.dot(change, step);
            if (!(found > FLAT * expected && expected > 0)) {
                return;
            }
            for (int i = 0; i < size; i++) {
                double a = change[i] / found;
                double b = product[i] / expected;
                double[] row = h[i];
                for (int j = 0; j < size; j++) {
                    row[j] += a * change[j] - b * product[j];
                }
            }
        }
    }

    void clear() {
        secants.clear();
    }

    /** Remembers a step and corrects H by it. */
    void add(double[] step, double[] change, double[][] h, int size) {
        Secant secant = new Secant(step, change);
        secants.add(secant);
        if (secants.size() > KEPT) {
            secants.remove(0);
        }
        secant.apply(h, size);
    }

    /** Corrects an H that knows nothing of them by all steps remembered. */
    void apply(double[][] h, int size) {
        double[][] plain = new double[size][];
        for (int i = 0; i < size; i++) {
            plain[i] = h[i].clone();
        }
        secants.replaceAll(secant -> secant.extended(plain, size));
        secants.forEach(secant -> secant.apply(h, size));
    }
}

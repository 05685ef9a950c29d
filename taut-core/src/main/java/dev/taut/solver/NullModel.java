package dev.taut.solver;

import dev.taut.kernel.Vectors;
import dev.taut.loss.Datafit;

/**
 * The intercepts that minimise F(β₀ + offset): where every fit starts. Far from them curvature may vanish or explode, so
 * that Newton steps are kept inside a bracket of the root of the derivative.
 */
final class NullModel {
    private static final int ROUNDS = 20;
    private static final int STEPS = 200;
    private static final double FARTHEST = 4096;
    private static final double EXACT = 1e-15;

    private final Datafit datafit;
    private final double[] eta;
    private final double[] gradient;
    private final double[] curvature;
    private final double[] intercepts;

    private NullModel(Problem problem) {
        this.datafit = problem.datafit();
        this.intercepts = datafit.intercepts();
        this.eta = problem.offset().clone();
        this.gradient = new double[eta.length];
        this.curvature = new double[eta.length];
        for (int k = 0; k < intercepts.length; k++) {
            Vectors.add(intercepts[k], eta, k * datafit.rows(), datafit.rows());
        }
    }

    /** One intercept per output; zeros where none is fitted. */
    static double[] intercepts(Problem problem) {
        Datafit datafit = problem.datafit();
        if (!problem.intercept() || datafit.rows() == 0) {
            return new double[datafit.outputs()];
        }
        return problem.offset().length == 0 ? datafit.intercepts() : new NullModel(problem).fitted();
    }

    /** Outputs in turn, until none moves. */
    private double[] fitted() {
        for (int round = 0; round < ROUNDS; round++) {
            double moved = 0;
            for (int k = 0; k < intercepts.length; k++) {
                double before = intercepts[k];
                fit(k);
                moved = Math.max(moved, Math.abs(intercepts[k] - before));
            }
            if (intercepts.length == 1 || moved <= 1e-12) {
                break;
            }
        }
        return intercepts;
    }

    /** Where the derivative does not change its sign, as with a class that never occurs, the intercept stays. */
    private void fit(int output) {
        double start = intercepts[output];
        double slope = slope(output);
        double side = -Math.signum(slope);
        double near = start;
        double far = start;
        for (double reach = 1; slope * side < 0; reach *= 2) {
            if (reach > FARTHEST) {
                moveTo(output, start);
                return;
            }
            near = far;
            far = start + side * reach;
            moveTo(output, far);
            slope = slope(output);
        }
        bisect(output, Math.min(near, far), Math.max(near, far));
    }

    private void bisect(int output, double from, double to) {
        double low = from;
        double high = to;
        for (int step = 0; step < STEPS && high - low > EXACT * Math.max(Math.abs(low), Math.abs(high)); step++) {
            double slope = slope(output);
            if (slope == 0) {
                return;
            }
            low = slope < 0 ? intercepts[output] : low;
            high = slope > 0 ? intercepts[output] : high;
            double newton = intercepts[output] - slope / bend(output);
            boolean inside = newton > low && newton < high;
            if (inside && Math.abs(newton - intercepts[output]) <= EXACT * Math.abs(newton)) {
                moveTo(output, newton);
                return;
            }
            // Every third step halves the bracket, whatever Newton promises.
            moveTo(output, inside && step % 3 < 2 ? newton : low + (high - low) / 2);
        }
    }

    private void moveTo(int output, double intercept) {
        Vectors.add(intercept - intercepts[output], eta, output * datafit.rows(), datafit.rows());
        intercepts[output] = intercept;
    }

    private double slope(int output) {
        datafit.gradient(eta, gradient);
        return Vectors.sum(gradient, output * datafit.rows(), datafit.rows());
    }

    private double bend(int output) {
        datafit.curvature(eta, curvature);
        return Vectors.sum(curvature, output * datafit.rows(), datafit.rows());
    }
}

package dev.taut.solver;

import dev.taut.design.Design;
import dev.taut.kernel.Vectors;
import dev.taut.loss.Datafit;
import dev.taut.penalty.SeparableProx;
import java.util.Arrays;

/** Where a solver stands: coefficients, linear predictors and everything derived from them. */
final class State {
    private final Problem problem;
    final double[] beta;
    final double[] intercepts;
    final double[] eta;
    final double[] gradient;
    final double[] curvature;
    /** Xᵀ∇F(η) over all coordinates, valid after {@link #correlateAll()}. */
    final double[] correlations;

    State(Problem problem) {
        this.problem = problem;
        Datafit datafit = problem.datafit();
        int cells = datafit.rows() * datafit.outputs();
        this.beta = new double[problem.design().columns() * datafit.outputs()];
        this.intercepts = new double[datafit.outputs()];
        this.eta = new double[cells];
        this.gradient = new double[cells];
        this.curvature = new double[cells];
        this.correlations = new double[beta.length];
    }

    /** The coefficient of a coordinate; those from p·K on are intercepts. */
    double get(int coordinate) {
        return coordinate < beta.length ? beta[coordinate] : intercepts[coordinate - beta.length];
    }

    void set(int coordinate, double value) {
        if (coordinate < beta.length) {
            beta[coordinate] = value;
        } else {
            intercepts[coordinate - beta.length] = value;
        }
    }

    /** Takes over coefficients and computes η from them, without the rounding of earlier updates. */
    void restart(Coefficients coefficients) {
        System.arraycopy(coefficients.dense(), 0, beta, 0, beta.length);
        System.arraycopy(coefficients.intercepts(), 0, intercepts, 0, intercepts.length);
        Arrays.fill(eta, 0);
        if (problem.offset().length > 0) {
            System.arraycopy(problem.offset(), 0, eta, 0, eta.length);
        }
        Design design = problem.design();
        int n = design.rows();
        int p = design.columns();
        for (int k = 0; k < intercepts.length; k++) {
            Vectors.add(intercepts[k], eta, k * n, n);
            int[] columns = new int[p];
            double[] values = new double[p];
            int count = 0;
            for (int j = 0; j < p; j++) {
                if (beta[k * p + j] != 0) {
                    columns[count] = j;
                    values[count++] = beta[k * p + j];
                }
            }
            design.axpy(columns, values, new double[count], count, eta, k * n);
        }
    }

    /** ∇F(η). */
    void differentiate() {
        problem.datafit().gradient(eta, gradient);
    }

    /** Xᵀ∇F(η) over all coordinates: one pass over X. */
    void correlateAll() {
        int n = problem.design().rows();
        int p = problem.design().columns();
        for (int c = 0; c < correlations.length; c++) {
            correlations[c] = problem.design().dot(c % p, gradient, c / p * n);
        }
    }

    /** The largest violation over all coordinates and intercepts; needs current correlations. */
    double worstViolation(SeparableProx prox) {
        double worst = 0;
        for (int c = 0; c < beta.length; c++) {
            worst = Math.max(worst, prox.violation(c % prox.columns(), beta[c], correlations[c]));
        }
        int n = problem.design().rows();
        for (int k = 0; problem.intercept() && k < intercepts.length; k++) {
            worst = Math.max(worst, Math.abs(Vectors.sum(gradient, k * n, n)));
        }
        return worst;
    }

    Coefficients coefficients() {
        return Coefficients.of(problem.design().columns(), intercepts, beta);
    }
}

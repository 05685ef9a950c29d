package dev.taut.solver;

import dev.taut.design.Design;
import dev.taut.kernel.Vectors;
import dev.taut.loss.Datafit;
import java.util.Arrays;

/**
 * Where a solver stands: coefficients, linear predictors, and the loss with its derivatives there.
 */
final class State {
    private final Problem problem;
    final double[] beta;
    final double[] intercepts;
    double[] eta;
    double[] gradient;
    double[] curvature;
    /** F(η). */
    double value;

    private double[] nextEta;
    private double[] nextGradient;
    private double[] nextCurvature;
    final Correlations correlations;

    /** @param norms √Σwᵢxᵢ² of every column */
    State(Problem problem, double[] norms) {
        this.problem = problem;
        Datafit datafit = problem.datafit();
        int cells = datafit.rows() * datafit.outputs();
        this.beta = new double[problem.design().columns() * datafit.outputs()];
        this.intercepts = new double[datafit.outputs()];
        this.eta = new double[cells];
        this.gradient = new double[cells];
        this.curvature = new double[cells];
        this.nextEta = new double[cells];
        this.nextGradient = new double[cells];
        this.nextCurvature = new double[cells];
        this.correlations = new Correlations(problem, norms);
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
        value = problem.datafit().evaluate(eta, gradient, curvature);
        correlations.moved(gradient);
    }

    /** F(η + t·direction), kept with its derivatives until {@link #accept}. */
    double attempt(double[] direction, double t) {
        for (int i = 0; i < eta.length; i++) {
            nextEta[i] = eta[i] + t * direction[i];
        }
        return problem.datafit().evaluate(nextEta, nextGradient, nextCurvature);
    }

    /** Moves to the last attempt, whose value this was; the coefficients are the caller's to set. */
    void accept(double attempted) {
        double[] eta0 = eta;
        double[] gradient0 = gradient;
        double[] curvature0 = curvature;
        eta = nextEta;
        gradient = nextGradient;
        curvature = nextCurvature;
        nextEta = eta0;
        nextGradient = gradient0;
        nextCurvature = curvature0;
        value = attempted;
        correlations.moved(gradient);
    }

    /** The largest derivative with respect to an intercept. */
    double interceptViolation() {
        double worst = 0;
        for (int k = 0; problem.intercept() && k < intercepts.length; k++) {
            worst = Math.max(worst, Math.abs(correlations.at(beta.length + k)));
        }
        return worst;
    }

    Coefficients coefficients() {
        return Coefficients.of(problem.design().columns(), intercepts, beta);
    }
}

package dev.taut.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where the solution at the next λ of a path will be, judged from the last ones: Lagrange extrapolation in log λ, of
 * second order while the support stays, of first order otherwise. It costs no pass over X, since linear predictors
 * extrapolate with the coefficients; a forecast that is no better than the last solution is not used.
 */
final class Forecast {
    private static final int ORDER = 2;

    private final CurvatureModel columns;
    private final List<Past> past = new ArrayList<>();

    /** A solution at a place s = log λ. */
    private record Past(double place, double[] beta, double[] intercepts, double[] eta) {
        boolean sameSupport(Past other) {
            for (int c = 0; c < beta.length; c++) {
                if ((beta[c] != 0) != (other.beta[c] != 0)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** @param columns what knows the columns of coordinates */
    Forecast(CurvatureModel columns) {
        this.columns = columns;
    }

    void forget() {
        past.clear();
    }

    /** Takes note of the solution at λ, newest first. */
    void remember(double lambda, State state) {
        if (!(lambda > 0)) {
            forget();
            return;
        }
        past.add(0, new Past(Math.log(lambda), state.beta.clone(), state.intercepts.clone(), state.eta.clone()));
        if (past.size() > ORDER + 1) {
            past.remove(ORDER + 1);
        }
    }

    /** Moves the state, which is at the newest solution, to the forecast for λ if the objective is lower there. */
    void apply(double lambda, State state, ToDoubleFunction<double[]> penalty, Kept kept) {
        if (past.size() < 2 || !(lambda > 0)) {
            return;
        }
        int points = past.size() > 2
                        && past.get(0).sameSupport(past.get(1))
                        && past.get(1).sameSupport(past.get(2))
                ? 3
                : 2;
        double[] shares = shares(Math.log(lambda), points);
        double[] direction = combine(shares, points, Past::eta);
        double[] beta = combine(shares, points, Past::beta);
        double[] intercepts = combine(shares, points, Past::intercepts);
        for (int i = 0; i < direction.length; i++) {
            direction[i] -= state.eta[i];
        }
        keep(beta, state.beta, kept, direction);
        double before = state.value + penalty.applyAsDouble(state.beta);
        double value = state.attempt(direction, 1);
        if (value + penalty.applyAsDouble(beta) < before) {
            System.arraycopy(beta, 0, state.beta, 0, beta.length);
            System.arraycopy(intercepts, 0, state.intercepts, 0, intercepts.length);
            state.accept(value);
        }
    }

    private double[] shares(double place, int points) {
        double[] shares = new double[points];
        Arrays.fill(shares, 1);
        for (int i = 0; i < points; i++) {
            for (int j = 0; j < points; j++) {
                if (i != j) {
                    double at = past.get(j).place;
                    shares[i] *= (place - at) / (past.get(i).place - at);
                }
            }
        }
        return shares;
    }

    private double[] combine(double[] shares, int points, java.util.function.Function<Past, double[]> part) {
        double[] sum = new double[part.apply(past.get(0)).length];
        for (int i = 0; i < points; i++) {
            double[] values = part.apply(past.get(i));
            for (int k = 0; k < sum.length; k++) {
                sum[k] += shares[i] * values[k];
            }
        }
        return sum;
    }

    private void keep(double[] beta, double[] now, Kept kept, double[] direction) {
        for (int c = 0; c < beta.length; c++) {
            double next = kept.of(c, beta[c], now[c]);
            if (next != beta[c]) {
                columns.axpy(c, next - beta[c], direction);
                beta[c] = next;
            }
        }
    }
}

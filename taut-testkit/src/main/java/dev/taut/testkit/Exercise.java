package dev.taut.testkit;

import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Problem;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * A problem in plain numbers: what a solver is given, and what an independent check computes with.
 *
 * @param columns p columns of n values
 * @param y       n numbers, or class codes
 * @param offset  n values per output, or none
 * @param lambda  strength
 * @param l1Ratio share of L1
 * @param factors one per column
 * @param lower   one per column
 * @param upper   one per column
 */
record Exercise(
        Family family,
        int outputs,
        double[][] columns,
        double[] y,
        double[] weights,
        double[] offset,
        boolean intercept,
        double lambda,
        double l1Ratio,
        double[] factors,
        double[] lower,
        double[] upper) {

    /** Random columns, three of which matter; equal weights, no bounds, with an intercept. */
    static Exercise random(Family family, int n, int p, double lambda, double l1Ratio, Draw draw) {
        int outputs = family == Family.MULTINOMIAL ? 3 : 1;
        double[][] columns = draw.columns(n, p);
        double[] signal = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < Math.min(p, 3); j++) {
                signal[i] += (j == 1 ? -0.8 : 0.8) * columns[j][i];
            }
        }
        return new Exercise(
                family,
                outputs,
                columns,
                family.draw(signal, outputs, draw),
                filled(n, 1),
                new double[0],
                true,
                lambda,
                l1Ratio,
                filled(p, 1),
                filled(p, Double.NEGATIVE_INFINITY),
                filled(p, Double.POSITIVE_INFINITY));
    }

    private static double[] filled(int length, double value) {
        double[] filled = new double[length];
        Arrays.fill(filled, value);
        return filled;
    }

    int n() {
        return y.length;
    }

    int p() {
        return columns.length;
    }

    Exercise at(double strength, double ratio) {
        return new Exercise(
                family, outputs, columns, y, weights, offset, intercept, strength, ratio, factors, lower, upper);
    }

    Exercise withColumns(UnaryOperator<double[][]> change) {
        double[][] changed =
                change.apply(Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new));
        return new Exercise(
                family, outputs, changed, y, weights, offset, intercept, lambda, l1Ratio, factors, lower, upper);
    }

    Exercise withTarget(double[] target) {
        return new Exercise(
                family, outputs, columns, target, weights, offset, intercept, lambda, l1Ratio, factors, lower, upper);
    }

    Exercise weighted(double... by) {
        return new Exercise(family, outputs, columns, y, by, offset, intercept, lambda, l1Ratio, factors, lower, upper);
    }

    Exercise offsetBy(double... by) {
        return new Exercise(
                family, outputs, columns, y, weights, by, intercept, lambda, l1Ratio, factors, lower, upper);
    }

    Exercise withoutIntercept() {
        return new Exercise(
                family, outputs, columns, y, weights, offset, false, lambda, l1Ratio, factors, lower, upper);
    }

    Exercise factored(int column, double factor) {
        double[] changed = factors.clone();
        changed[column] = factor;
        return new Exercise(
                family, outputs, columns, y, weights, offset, intercept, lambda, l1Ratio, changed, lower, upper);
    }

    Exercise bounded(int column, double from, double to) {
        double[] low = lower.clone();
        double[] high = upper.clone();
        low[column] = from;
        high[column] = to;
        return new Exercise(
                family, outputs, columns, y, weights, offset, intercept, lambda, l1Ratio, factors, low, high);
    }

    /** These rows, in this order, as often as named. */
    Exercise rows(int... rows) {
        return new Exercise(
                family,
                outputs,
                Rows.of(columns, rows),
                Rows.of(y, rows),
                Rows.of(weights, rows),
                Rows.ofBlocks(offset, n(), rows),
                intercept,
                lambda,
                l1Ratio,
                factors,
                lower,
                upper);
    }

    Penalty penalty() {
        Penalty penalty = Penalty.elasticNet(l1Ratio);
        for (int j = 0; j < p(); j++) {
            String name = "x" + (j + 1);
            penalty = factors[j] == 1 ? penalty : penalty.factor(name, factors[j]);
            boolean bounded = lower[j] > Double.NEGATIVE_INFINITY || upper[j] < Double.POSITIVE_INFINITY;
            penalty = bounded ? penalty.within(name, lower[j], upper[j]) : penalty;
        }
        return penalty;
    }

    /** The problem as the engine takes it. */
    Problem problem() {
        return new Problem(
                DenseDesign.ofColumns(n(), columns),
                family.loss.on(family.target(y, outputs), weights),
                penalty().at(lambda, Features.numbered(p())),
                offset,
                intercept);
    }

    double objective(Coefficients coefficients) {
        return objective(coefficients.intercepts(), coefficients.dense());
    }

    /** The objective, computed row by row from nothing but the definition. */
    double objective(double[] intercepts, double[] beta) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < n(); i++) {
            sum += weights[i] == 0 ? 0 : weights[i] * family.value(y[i], eta(i, intercepts, beta));
            all += weights[i];
        }
        double penalty = 0;
        for (int c = 0; c < beta.length; c++) {
            double strength = lambda * factors[c % p()];
            penalty += strength * (l1Ratio * Math.abs(beta[c]) + (1 - l1Ratio) / 2 * beta[c] * beta[c]);
        }
        return sum / all + penalty;
    }

    /** Derivatives of the loss alone with respect to all intercepts and then all coefficients. */
    double[] gradient(double[] intercepts, double[] beta) {
        double[] gradient = new double[outputs + beta.length];
        double all = Arrays.stream(weights).sum();
        for (int i = 0; i < n(); i++) {
            double[] slope = weights[i] == 0 ? new double[outputs] : family.slope(y[i], eta(i, intercepts, beta));
            for (int k = 0; k < outputs; k++) {
                double r = weights[i] / all * slope[k];
                gradient[k] += r;
                for (int j = 0; j < p(); j++) {
                    gradient[outputs + k * p() + j] += r * columns[j][i];
                }
            }
        }
        return gradient;
    }

    private double[] eta(int row, double[] intercepts, double[] beta) {
        double[] eta = new double[outputs];
        for (int k = 0; k < outputs; k++) {
            eta[k] = intercepts[k] + (offset.length == 0 ? 0 : offset[k * n() + row]);
            for (int j = 0; j < p(); j++) {
                eta[k] += columns[j][row] * beta[k * p() + j];
            }
        }
        return eta;
    }

    /** The minimiser over b of ½(b − u)²/step + penalty on column j, within its bounds. */
    double shrunk(int column, double u, double step) {
        double l1 = step * lambda * factors[column] * l1Ratio;
        double l2 = step * lambda * factors[column] * (1 - l1Ratio);
        double size = Math.max(Math.abs(u) - l1, 0) / (1 + l2);
        return Math.min(upper[column], Math.max(lower[column], Math.copySign(size, u)));
    }
}

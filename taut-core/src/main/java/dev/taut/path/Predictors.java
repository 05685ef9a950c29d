package dev.taut.path;

import dev.taut.design.Design;
import dev.taut.solver.Coefficients;
import java.util.Arrays;

/** η = β₀ + Xβ + offset of several models on some rows, from one look at each column that some model uses. */
final class Predictors {
    private Predictors() {}

    /**
     * One array per model, in blocks of rows, one per output.
     *
     * @param rows   ascending
     * @param models of raw columns
     */
    static double[][] of(PathProblem problem, int[] rows, Coefficients[] models) {
        Design design = problem.design();
        double[][] eta = new double[models.length][];
        int[] next = new int[models.length];
        for (int k = 0; k < models.length; k++) {
            eta[k] = start(problem, rows, models[k]);
        }
        double[] column = new double[design.rows()];
        double[] picked = new double[rows.length];
        for (int output = 0; output < problem.datafit().outputs(); output++) {
            for (int j = 0; j < design.columns(); j++) {
                int coordinate = output * design.columns() + j;
                boolean read = false;
                for (int k = 0; k < models.length; k++) {
                    if (next[k] < models[k].active() && models[k].coordinate(next[k]) == coordinate) {
                        if (!read) {
                            design.read(j, 0, column.length, column, 0);
                            Arrays.setAll(picked, i -> column[rows[i]]);
                            read = true;
                        }
                        add(models[k].value(next[k]++), picked, eta[k], output * rows.length);
                    }
                }
            }
        }
        return eta;
    }

    private static double[] start(PathProblem problem, int[] rows, Coefficients model) {
        int n = problem.design().rows();
        double[] offset = problem.offset();
        double[] eta = new double[rows.length * model.outputs()];
        for (int i = 0; i < eta.length; i++) {
            int output = i / rows.length;
            double own = offset.length > 0 ? offset[output * n + rows[i % rows.length]] : 0;
            eta[i] = model.intercept(output) + own;
        }
        return eta;
    }

    private static void add(double a, double[] x, double[] eta, int from) {
        for (int i = 0; i < x.length; i++) {
            eta[from + i] += a * x[i];
        }
    }
}

package dev.taut.testkit;

import dev.taut.design.Standardization;
import dev.taut.solver.Coefficients;
import java.util.Arrays;

/**
 * How far Taut's coefficients lie from a reference's: per unit of the standardized columns, relative to the largest
 * standardized coefficient (at least 1).
 *
 * <p>A multinomial model is the same after adding a number to an unpenalised row of coefficients in all classes, so
 * such rows, and intercepts, are compared after centring to sum zero.
 */
final class Distances {
    private Distances() {}

    /** One row per output: the intercept's distance at the columns' means, then one per column. */
    static double[][] scaled(
            GoldenCase golden, Golden.Solution reference, Coefficients taut, Standardization standardization) {
        double[][] theirs = table(golden, reference.intercept(), reference.beta(), standardization);
        double[][] ours = new double[theirs.length][];
        for (int k = 0; k < ours.length; k++) {
            ours[k] = new double[golden.x().length];
            for (int j = 0; j < ours[k].length; j++) {
                ours[k][j] = taut.get(j, k);
            }
        }
        return differences(theirs, table(golden, taut.intercepts(), ours, standardization));
    }

    private static double[][] table(GoldenCase golden, double[] intercepts, double[][] beta, Standardization s) {
        double[][] table = new double[beta.length][];
        for (int k = 0; k < beta.length; k++) {
            int p = beta[k].length;
            table[k] = new double[p + 1];
            table[k][0] = intercepts[k];
            for (int j = 0; j < p; j++) {
                table[k][j + 1] = beta[k][j] * s.scales()[j];
                table[k][0] += beta[k][j] * s.centers()[j];
            }
        }
        if (table.length > 1) {
            centre(table, 0);
            for (int j = 0; j < golden.x().length; j++) {
                if (golden.free(j)) {
                    centre(table, j + 1);
                }
            }
        }
        return table;
    }

    private static void centre(double[][] table, int row) {
        double mean = Arrays.stream(table).mapToDouble(t -> t[row]).average().orElseThrow();
        for (double[] t : table) {
            t[row] -= mean;
        }
    }

    private static double[][] differences(double[][] theirs, double[][] ours) {
        double scale = Math.max(1, largest(theirs));
        double[][] d = new double[theirs.length][];
        for (int k = 0; k < d.length; k++) {
            d[k] = new double[theirs[k].length];
            for (int j = 0; j < d[k].length; j++) {
                d[k][j] = Math.abs(theirs[k][j] - ours[k][j]) / scale;
            }
        }
        return d;
    }

    static double largest(double[][] table) {
        return Arrays.stream(table)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }
}

package dev.taut.knockoff;

import dev.taut.design.Design;
import dev.taut.kernel.Vectors;

/** Columns with mean 0 and mean square 1, as arrays. */
record Columns(double[][] values) {
    static Columns of(Design design) {
        int n = design.rows();
        double[][] values = new double[design.columns()][n];
        for (int j = 0; j < values.length; j++) {
            design.read(j, 0, n, values[j], 0);
            standardize(values[j]);
        }
        return new Columns(values);
    }

    private static void standardize(double[] x) {
        double mean = 0;
        for (double value : x) {
            mean += value / x.length;
        }
        double square = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] -= mean;
            square += x[i] * x[i] / x.length;
        }
        double scale = Math.sqrt(square);
        for (int i = 0; i < x.length; i++) {
            x[i] /= scale;
        }
    }

    int rows() {
        return values[0].length;
    }

    int count() {
        return values.length;
    }

    double[][] correlation() {
        double[][] correlation = new double[count()][count()];
        for (int j = 0; j < count(); j++) {
            for (int k = 0; k <= j; k++) {
                correlation[j][k] = Vectors.dot(values[j], values[k]) / rows();
                correlation[k][j] = correlation[j][k];
            }
        }
        return correlation;
    }
}

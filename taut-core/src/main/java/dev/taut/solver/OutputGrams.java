package dev.taut.solver;

import dev.taut.design.Design;
import dev.taut.loss.Datafit;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * X̃ᵀ∇²F(η)X̃ of a datafit with several outputs, which couples outputs within a row and no rows: for every pair of outputs
 * one Gram matrix, whose weights are the second derivatives of that pair.
 */
final class OutputGrams {
    /** How much faster products are in Gram matrices than column by column. */
    private static final double FASTER = 3;

    private final Design design;
    private final Datafit datafit;
    private final int[] coordinates;
    /** The columns that occur, ascending. */
    private final int[] columns;

    OutputGrams(Design design, Datafit datafit, int[] coordinates) {
        this.design = design;
        this.datafit = datafit;
        this.coordinates = coordinates;
        this.columns = Arrays.stream(coordinates)
                .filter(c -> c < design.columns() * datafit.outputs())
                .map(c -> c % design.columns())
                .distinct()
                .sorted()
                .toArray();
    }

    /** Whether enough outputs share the columns. */
    boolean pay() {
        double all = (double) columns.length * datafit.outputs();
        return coordinates.length > 1 && all * all / 2 < FASTER * coordinates.length * coordinates.length;
    }

    /** The symmetric matrix, its rows in the order of the coordinates. */
    double[][] at(double[] eta) {
        int n = design.rows();
        int outputs = datafit.outputs();
        double[][] h = new double[coordinates.length][coordinates.length];
        double[] one = new double[eta.length];
        double[] bends = new double[eta.length];
        for (int l = 0; l < outputs; l++) {
            Arrays.fill(one, 0);
            Arrays.fill(one, l * n, (l + 1) * n, 1);
            datafit.curvatureTimes(eta, one, bends);
            for (int k = l; k < outputs; k++) {
                fill(k, l, Arrays.copyOfRange(bends, k * n, (k + 1) * n), h);
            }
        }
        return h;
    }

    private void fill(int k, int l, double[] bends, double[][] h) {
        double sign = k == l ? 1 : -1;
        double[] weights = bends.clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.max(0, sign * bends[i]);
        }
        double[] centers = new double[columns.length];
        double[][] gram = design.gram(columns, centers, 0, weights);
        double[] sums = new double[columns.length];
        design.dot(columns, centers, columns.length, weights, 0, sums);
        double total = Arrays.stream(weights).sum();
        int[] mine = of(k);
        int[] theirs = of(l);
        for (int a : mine) {
            int i = place(coordinates[a], k);
            for (int e : theirs) {
                int j = place(coordinates[e], l);
                double product =
                        i < 0 ? (j < 0 ? total : sums[j]) : j < 0 ? sums[i] : gram[Math.max(i, j)][Math.min(i, j)];
                h[a][e] = sign * product;
                h[e][a] = h[a][e];
            }
        }
    }

    private int[] of(int output) {
        int blocks = design.columns() * datafit.outputs();
        return IntStream.range(0, coordinates.length)
                .filter(a -> coordinates[a] < blocks
                        ? coordinates[a] / design.columns() == output
                        : coordinates[a] == blocks + output)
                .toArray();
    }

    /** Where the column of a coordinate is among the columns; −1 for an intercept. */
    private int place(int coordinate, int output) {
        return coordinate >= design.columns() * datafit.outputs()
                ? -1
                : Arrays.binarySearch(columns, coordinate - output * design.columns());
    }
}

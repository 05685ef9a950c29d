package dev.taut.testkit.matrix;

import dev.taut.design.Feature;
import dev.taut.design.Features;
import dev.taut.testkit.Draw;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Columns and the columns of the table they came from. Every number is a multiple of 1/64, so that float32 keeps it.
 *
 * @param columns p columns of n numbers
 * @param names   one per column
 */
record Table(double[][] columns, List<Feature> names) {
    private static final double GRAIN = 64;

    /** Two columns that resemble each other, all three levels of a category (they sum to one), and a column of few entries. */
    static Table tall(Draw draw) {
        double[][] drawn = draw.columns(30, 3);
        for (int i = 0; i < 30; i++) {
            drawn[1][i] = 0.7 * drawn[0][i] + 0.7 * drawn[1][i];
            drawn[2][i] = i % 3 == 0 ? 2 * drawn[2][i] : 0;
        }
        return of(new double[][] {drawn[0], drawn[1]}, new double[][] {drawn[2]});
    }

    /** More columns than rows, among them one twice, one that is constant, and the levels of a category. */
    static Table wide(Draw draw) {
        double[][] drawn = draw.columns(9, 7);
        drawn[3] = drawn[2].clone();
        Arrays.fill(drawn[5], 1);
        return of(Arrays.copyOf(drawn, 3), Arrays.copyOfRange(drawn, 3, 7));
    }

    private static Table of(double[][] before, double[][] after) {
        int n = before[0].length;
        double[][] levels = new double[3][n];
        for (int i = 0; i < n; i++) {
            levels[(i * i + i / 4) % 3][i] = 1;
        }
        double[][] columns = java.util.stream.Stream.of(before, levels, after)
                .flatMap(Arrays::stream)
                .map(Table::rounded)
                .toArray(double[][]::new);
        List<Feature> names = IntStream.range(0, columns.length)
                .mapToObj(j -> {
                    boolean level = j >= before.length && j < before.length + 3;
                    return level
                            ? new Feature("c=" + (j - before.length), "c")
                            : new Feature("x" + (j + 1), "x" + (j + 1));
                })
                .toList();
        return new Table(columns, names);
    }

    private static double[] rounded(double[] column) {
        return Arrays.stream(column).map(v -> Math.rint(v * GRAIN) / GRAIN).toArray();
    }

    int rows() {
        return columns[0].length;
    }

    int size() {
        return columns.length;
    }

    Features features() {
        return new Features(names);
    }

    /** Columns by source. */
    int[][] groups() {
        return names.stream()
                .map(Feature::source)
                .distinct()
                .map(source -> IntStream.range(0, size())
                        .filter(j -> names.get(j).source().equals(source))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** What the target is to depend on. */
    double[] signal() {
        return IntStream.range(0, rows())
                .mapToDouble(i -> 0.8 * columns[0][i] - 0.6 * columns[1][i] + 0.7 * columns[2][i])
                .toArray();
    }

    /** These rows, as often as named. */
    Table rows(int... which) {
        return new Table(
                Arrays.stream(columns)
                        .map(column ->
                                Arrays.stream(which).mapToDouble(i -> column[i]).toArray())
                        .toArray(double[][]::new),
                names);
    }
}

package dev.taut.study;

import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small tables with everything a recipe has to deal with: numbers, gaps and categories. */
final class Samples {
    private Samples() {}

    /** y = 2a − b + 1.5·[g = "x"] + noise; c is noise with gaps. */
    static Dataset regression(int rows, long seed) {
        Random random = new Random(seed);
        double[] a = normals(rows, random);
        double[] b = normals(rows, random);
        double[] c = normals(rows, random);
        double[] y = normals(rows, random);
        List<String> g = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            g.add(List.of("x", "y", "z").get(random.nextInt(3)));
            y[i] += 2 * a[i] - b[i] + (g.get(i).equals("x") ? 1.5 : 0);
            if (random.nextInt(7) == 0) {
                c[i] = Double.NaN;
            }
        }
        return Dataset.of(
                Table.of(
                        NumericColumn.of("a", a),
                        NumericColumn.of("b", b),
                        NumericColumn.of("c", c),
                        TextColumn.of("g", g),
                        NumericColumn.of("y", y)),
                "y");
    }

    /** The same features; the label is yes or no by the sign of y, or, with {@code chance}, by a coin. */
    static Dataset binary(int rows, long seed, boolean chance) {
        Dataset numbers = regression(rows, seed);
        Random random = new Random(seed + 1);
        NumericColumn y = (NumericColumn) numbers.target();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            labels.add((chance ? random.nextBoolean() : y.value(i) > 0) ? "yes" : "no");
        }
        return numbers.on(numbers.table().with(TextColumn.of("y", labels)));
    }

    private static double[] normals(int rows, Random random) {
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }
}

package dev.taut.recipe;

import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.design.Design;
import dev.taut.design.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What tests of recipes share: designs as plain columns, and random tables. */
final class Matrices {
    private Matrices() {}

    static double[] column(Design design, int j) {
        double[] x = new double[design.rows()];
        design.axpy(j, 1, x, 0);
        return x;
    }

    static double[] column(Encoded encoded, String feature) {
        return column(encoded.design(), names(encoded).indexOf(feature));
    }

    static List<String> names(Encoded encoded) {
        return encoded.features().list().stream().map(Feature::name).toList();
    }

    static boolean equal(Design a, Design b) {
        return a.rows() == b.rows()
                && a.columns() == b.columns()
                && IntStream.range(0, a.columns()).allMatch(j -> Arrays.equals(column(a, j), column(b, j)));
    }

    /** Numbers, two-level and many-level text, prose, all with gaps, and a target; the same for the same seed. */
    static Dataset random(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        List<dev.taut.data.Column> columns = new ArrayList<>();
        for (int j = 0; j < random.nextInt(1, 5); j++) {
            columns.add(NumericColumn.of(
                    "n" + j, gaps(random, random.doubles(rows, -5, 5).toArray())));
        }
        for (int j = 0; j < random.nextInt(1, 5); j++) {
            int levels = random.nextInt(1, 40);
            columns.add(TextColumn.of(
                    "t" + j,
                    IntStream.range(0, rows)
                            .mapToObj(i -> random.nextInt(10) == 0 ? "" : "l" + random.nextInt(levels))
                            .toList()));
        }
        columns.add(TextColumn.of("p", prose(random, rows)));
        columns.add(NumericColumn.of("y", random.doubles(rows).toArray()));
        return Dataset.of(Table.of(columns.toArray(dev.taut.data.Column[]::new)), "y")
                .text("p");
    }

    private static List<String> prose(SplittableRandom random, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> random.nextInt(10) == 0
                        ? ""
                        : random.ints(random.nextInt(2, 9), 0, 30)
                                .mapToObj(word -> "w" + word)
                                .collect(java.util.stream.Collectors.joining(" ")))
                .toList();
    }

    private static double[] gaps(SplittableRandom random, double[] values) {
        double share = random.nextBoolean() ? 0 : 0.2;
        return Arrays.stream(values)
                .map(v -> random.nextDouble() < share ? Double.NaN : v)
                .toArray();
    }
}

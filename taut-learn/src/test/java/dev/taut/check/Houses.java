package dev.taut.check;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Source;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small clean table to spoil, and findings as text. */
final class Houses {
    private Houses() {}

    static final int N = 40;
    static final double GAP = Double.NaN;

    static NumericColumn noise(String name, long seed) {
        return NumericColumn.of(
                name, new SplittableRandom(seed).doubles(N, 0, 100).toArray());
    }

    static NumericColumn numbers(String name, IntFunction<Double> cell) {
        return NumericColumn.of(
                name, IntStream.range(0, N).mapToDouble(cell::apply).toArray());
    }

    static TextColumn words(String name, IntFunction<String> cell) {
        return TextColumn.of(name, IntStream.range(0, N).mapToObj(cell).toList());
    }

    /** houses.csv with price, area and rooms that raise no finding, and these columns, replaced or added. */
    static Dataset houses(Column... columns) {
        List<Column> all = new ArrayList<>(List.of(noise("price", 1), noise("area", 2), noise("rooms", 3)));
        for (Column column : columns) {
            if (!all.removeIf(c -> c.name().equals(column.name()))) {
                all.add(column);
            } else {
                all.add(column.name().equals("price") ? 0 : all.size(), column);
            }
        }
        return Dataset.of(Table.of(new Source("houses.csv", "", "csv"), all), "price");
    }

    static String text(CheckedData checked) {
        return checked.findings().stream().map(f -> f.text()).collect(Collectors.joining("\n"));
    }

    static String text(Dataset data) {
        return text(Checks.of(data));
    }
}

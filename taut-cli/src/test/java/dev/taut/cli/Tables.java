package dev.taut.cli;

import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Small tables that are good, and the ways in which they go bad. */
final class Tables {
    private Tables() {}

    /** 60 houses: price explained by area and rooms, region without effect. */
    static String houses() {
        var random = new SplittableRandom(7);
        var text = new StringBuilder("area,rooms,region,price\n");
        for (int i = 0; i < 60; i++) {
            double area = 40 + 120 * random.nextDouble();
            int rooms = 1 + random.nextInt(6);
            String region = new String[] {"north", "south", "west"}[random.nextInt(3)];
            double price = 2 * area + 15 * rooms + 40 * random.nextDouble();
            text.append(String.format(Locale.ROOT, "%.1f,%d,%s,%.2f%n", area, rooms, region, price));
        }
        return text.toString().replace("\r\n", "\n");
    }

    /** 120 houses whose price per area depends on the rooms, or does not. */
    static String acting(boolean together) {
        var random = new SplittableRandom(11);
        var text = new StringBuilder("area,rooms,region,price\n");
        for (int i = 0; i < 120; i++) {
            double area = 40 + 120 * random.nextDouble();
            int rooms = 1 + random.nextInt(6);
            String region = new String[] {"north", "south", "west"}[random.nextInt(3)];
            double price = 2 * area + 15 * rooms + (together ? area * rooms / 5 : 0) + 40 * random.nextDouble();
            text.append(String.format(Locale.ROOT, "%.1f,%d,%s,%.2f%n", area, rooms, region, price));
        }
        return text.toString().replace("\r\n", "\n");
    }

    /** Half as many rows as columns. */
    static String wide() {
        var random = new SplittableRandom(13);
        var text = new StringBuilder("price");
        for (int j = 0; j < 60; j++) {
            text.append(",x").append(j);
        }
        for (int i = 0; i < 30; i++) {
            text.append('\n').append(i % 7);
            for (int j = 0; j < 60; j++) {
                text.append(',').append(random.nextInt(1000));
            }
        }
        return text.append('\n').toString();
    }

    /** The houses after {@code change}, which sees each line without its end; lines are counted from 0, the header. */
    static String changed(Map<Integer, UnaryOperator<String>> changes) {
        String[] lines = houses().split("\n");
        changes.forEach((line, change) -> lines[line] = change.apply(lines[line]));
        return String.join("\n", lines) + "\n";
    }

    /** The houses with one more column in front. */
    static String with(String name, java.util.function.IntFunction<String> cell) {
        String[] lines = houses().split("\n");
        lines[0] = name + "," + lines[0];
        for (int i = 1; i < lines.length; i++) {
            lines[i] = cell.apply(i) + "," + lines[i];
        }
        return String.join("\n", lines) + "\n";
    }

    /** Only the header and the first rows. */
    static String first(int rows) {
        return String.join("\n", java.util.Arrays.asList(houses().split("\n")).subList(0, rows + 1)) + "\n";
    }

    /** Replaces a cell of some lines. */
    static String cell(int column, String value, int... lines) {
        Map<Integer, UnaryOperator<String>> changes = new TreeMap<>();
        for (int line : lines) {
            changes.put(line, text -> {
                String[] cells = text.split(",", -1);
                cells[column] = value;
                return String.join(",", cells);
            });
        }
        return changed(changes);
    }

    /** The price as two classes. */
    static String classes(UnaryOperator<String> word) {
        String[] lines = houses().split("\n");
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split(",", -1);
            boolean dear = Double.parseDouble(cells[3]) > 300;
            cells[3] = word.apply(dear ? "dear" : "cheap");
            lines[i] = String.join(",", cells);
        }
        return String.join("\n", lines) + "\n";
    }
}

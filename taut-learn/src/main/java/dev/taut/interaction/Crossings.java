package dev.taut.interaction;

import dev.taut.design.Design;
import dev.taut.design.Features;
import dev.taut.recipe.CategoryStep;
import dev.taut.recipe.Crossing;
import dev.taut.recipe.Crossing.Product;
import dev.taut.recipe.FittedRecipe;
import dev.taut.recipe.NumberStep;
import dev.taut.recipe.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The products that pairs of columns make, from the design of their main effects. */
final class Crossings {
    /** A product that differs from zero in fewer rows teaches nothing. */
    private static final int LEAST_ROWS = 3;

    private final Design main;
    private final Features features;
    /** Of each column that can take part the features that do, by position. */
    private final Map<String, int[]> columns = new LinkedHashMap<>();

    private final Map<String, Boolean> isNumber = new LinkedHashMap<>();
    private final Map<Integer, Double> centers = new HashMap<>();

    Crossings(FittedRecipe recipe, Design main) {
        this.main = main;
        this.features = recipe.mainFeatures();
        for (Step step : recipe.steps()) {
            if (step instanceof NumberStep number && number.value()) {
                columns.put(step.column(), positions(step.column(), step.column()));
                isNumber.put(step.column(), true);
            } else if (step instanceof CategoryStep) {
                columns.put(step.column(), positions(step.column(), ""));
                isNumber.put(step.column(), false);
            }
        }
    }

    /** Features of a source; of a number only itself, not the flag of its gaps. */
    private int[] positions(String source, String name) {
        return IntStream.range(0, features.size())
                .filter(j -> features.get(j).source().equals(source)
                        && (name.isEmpty() || features.get(j).name().equals(name)))
                .toArray();
    }

    /** The columns that can take part, in the order of the table. */
    List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    int[] positions(String column) {
        return columns.getOrDefault(column, new int[0]);
    }

    /** Every pair of these columns, and the squares of those that are numbers. */
    List<Pair> pairs(List<String> among) {
        List<Pair> pairs = new ArrayList<>();
        List<String> ordered = columns().stream().filter(among::contains).toList();
        for (int i = 0; i < ordered.size(); i++) {
            for (int j = i; j < ordered.size(); j++) {
                if (i != j || isNumber(ordered.get(i))) {
                    pairs.add(new Pair(ordered.get(i), ordered.get(j)));
                }
            }
        }
        return pairs;
    }

    /** How many products a pair has at most. */
    int products(Pair pair) {
        return pair.isSquare() ? 1 : positions(pair.first()).length * positions(pair.second()).length;
    }

    Crossing crossing(Pair pair) {
        List<Product> products = new ArrayList<>();
        for (int j : positions(pair.first())) {
            for (int k : positions(pair.second())) {
                Product product = new Product(name(j), name(k), center(pair.first(), j), center(pair.second(), k));
                if (differing(values(product, j, k)) >= LEAST_ROWS) {
                    products.add(product);
                }
            }
        }
        return new Crossing(pair.first(), pair.second(), products);
    }

    private double[] values(Product product, int j, int k) {
        double[] values = column(j);
        double[] other = j == k ? values.clone() : column(k);
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - product.firstCenter()) * (other[i] - product.secondCenter());
        }
        return values;
    }

    double[] column(int j) {
        double[] values = new double[main.rows()];
        main.read(j, 0, values.length, values, 0);
        return values;
    }

    private String name(int j) {
        return features.get(j).name();
    }

    /** What is taken off a feature before it is multiplied: the mean of a number. */
    double center(String source, int j) {
        return isNumber(source) ? centers.computeIfAbsent(j, k -> mean(column(k))) : 0;
    }

    private boolean isNumber(String column) {
        return Boolean.TRUE.equals(isNumber.get(column));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    /** Rows in which a product is not zero. */
    private static int differing(double[] values) {
        int differing = 0;
        for (double v : values) {
            differing += v != 0 ? 1 : 0;
        }
        return differing;
    }
}

package dev.taut.compare;

import dev.taut.LinearProblem;
import dev.taut.design.Features;
import dev.taut.path.PathProblem;
import dev.taut.recipe.Targets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Features that move together: the connected groups of the graph of |r| ≥ 0.8 on the training rows. Columns that one
 * column of the table gave are not linked: levels of a category exclude each other by construction.
 */
final class Clusters {
    /** |r| from which two features are linked. */
    static final double LINKED = 0.8;
    /** The cost grows with the square of the number of columns. */
    private static final int MOST_COLUMNS = 500;

    private Clusters() {}

    /** @param strongest the largest |r| among its features */
    record Cluster(List<String> features, double strongest) {
        /** Whether a set has all of them. */
        boolean isIn(Set<String> kept) {
            return kept.containsAll(features);
        }

        boolean isSplitBy(Set<String> kept) {
            return !isIn(kept) && features.stream().anyMatch(kept::contains);
        }

        /** Share of the sets that split it. */
        double split(List<Set<String>> sets) {
            return share(sets.stream().filter(this::isSplitBy).count(), sets);
        }

        /** Share of the sets that keep all of it. */
        double together(List<Set<String>> sets) {
            return share(sets.stream().filter(this::isIn).count(), sets);
        }

        private static double share(long count, List<Set<String>> sets) {
            return sets.isEmpty() ? 0 : count / (double) sets.size();
        }
    }

    /** @param names features worth looking at, the most interesting first; at most 500 of them are */
    static List<Cluster> among(LinearProblem problem, Collection<String> names) {
        PathProblem all = problem.problem();
        int[] columns = columns(all.features(), names);
        if (columns.length < 2) {
            return List.of();
        }
        double[][] gram = gram(all, columns, Targets.weights(problem.data()));
        int[] root = IntStream.range(0, columns.length).toArray();
        double[] strongest = new double[columns.length];
        for (int a = 0; a < columns.length; a++) {
            for (int b = 0; b < a; b++) {
                double r = Math.abs(gram[a][b]) / Math.sqrt(gram[a][a] * gram[b][b]);
                if (r >= LINKED && !source(all, columns[a]).equals(source(all, columns[b]))) {
                    join(root, root[a], root[b]);
                    strongest[a] = Math.max(strongest[a], r);
                }
            }
        }
        return groups(all.features(), columns, root, strongest);
    }

    private static int[] columns(Features features, Collection<String> names) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int j = 0; j < features.size(); j++) {
            numbers.put(features.get(j).name(), j);
        }
        return names.stream()
                .filter(numbers::containsKey)
                .limit(MOST_COLUMNS)
                .mapToInt(numbers::get)
                .sorted()
                .toArray();
    }

    private static double[][] gram(PathProblem all, int[] columns, double[] weights) {
        double total = Arrays.stream(weights).sum();
        double[] centers = Arrays.stream(columns)
                .mapToDouble(j -> all.design().dot(j, weights, 0) / total)
                .toArray();
        return all.design().gram(columns, centers, 0, weights);
    }

    private static String source(PathProblem all, int column) {
        return all.features().get(column).source();
    }

    private static void join(int[] root, int a, int b) {
        for (int j = 0; j < root.length; j++) {
            root[j] = root[j] == Math.max(a, b) ? Math.min(a, b) : root[j];
        }
    }

    private static List<Cluster> groups(Features features, int[] columns, int[] root, double[] strongest) {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int j = 0; j < root.length; j++) {
            members.computeIfAbsent(root[j], r -> new ArrayList<>()).add(j);
        }
        return members.values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> new Cluster(
                        group.stream().map(j -> features.get(columns[j]).name()).toList(),
                        group.stream().mapToDouble(j -> strongest[j]).max().orElse(0)))
                .toList();
    }
}

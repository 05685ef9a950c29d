package dev.taut.penalty;

import dev.taut.design.Features;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which columns stay or leave together; columns in no group stand alone.
 *
 * @param sources  whether columns from one column of the table, such as the levels of a category, form a group
 * @param patterns names or patterns with {@code *}, each a group
 */
public record Groups(boolean sources, List<String> patterns) {
    public Groups {
        patterns = List.copyOf(patterns);
    }

    /** The levels of one categorical column form a group. */
    public static Groups bySource() {
        return new Groups(true, List.of());
    }

    /** Every column for itself: with several outputs, its coefficients in all of them. */
    public static Groups each() {
        return new Groups(false, List.of());
    }

    /** Columns that match one of these names or patterns, each pattern a group. */
    public static Groups of(String... patterns) {
        return new Groups(false, Arrays.asList(patterns));
    }

    /**
     * The groups, every column in exactly one.
     *
     * @throws IllegalArgumentException if a column matches two patterns, or a pattern none
     */
    public List<int[]> of(Features features) {
        Map<Object, List<Integer>> members = new LinkedHashMap<>();
        String[] owner = new String[features.size()];
        Arrays.fill(owner, "");
        for (String pattern : patterns) {
            for (int j : features.matching(pattern)) {
                if (!owner[j].isEmpty()) {
                    throw new IllegalArgumentException("column "
                            + features.get(j).name() + " is in two groups, `" + owner[j] + "` and `" + pattern + "`");
                }
                owner[j] = pattern;
            }
        }
        for (int j = 0; j < owner.length; j++) {
            Object key = !owner[j].isEmpty()
                    ? List.of(owner[j])
                    : sources ? features.get(j).source() : (Object) j;
            members.computeIfAbsent(key, k -> new ArrayList<>()).add(j);
        }
        return members.values().stream()
                .map(list -> list.stream().mapToInt(j -> j).toArray())
                .toList();
    }

    /** The coordinates of a group of columns in all outputs. */
    static int[] coordinates(int[] group, int columns, int outputs) {
        return IntStream.range(0, outputs)
                .flatMap(k -> Arrays.stream(group).map(j -> k * columns + j))
                .toArray();
    }
}

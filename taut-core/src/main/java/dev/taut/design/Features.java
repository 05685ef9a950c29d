package dev.taut.design;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The columns of a design, in order. */
public record Features(List<Feature> list) {
    public Features {
        list = List.copyOf(list);
    }

    /** Features x1 … xp that stand for themselves. */
    public static Features numbered(int columns) {
        return new Features(IntStream.rangeClosed(1, columns)
                .mapToObj(j -> new Feature("x" + j, "x" + j))
                .toList());
    }

    /** Features with these names that stand for themselves. */
    public static Features named(String... names) {
        return new Features(
                java.util.Arrays.stream(names).map(n -> new Feature(n, n)).toList());
    }

    public int size() {
        return list.size();
    }

    public Feature get(int column) {
        return list.get(column);
    }

    /**
     * Columns whose name or source matches the pattern, in which {@code *} stands for any characters: {@code spend_*},
     * {@code famhist}, {@code famhist=Present}.
     */
    public int[] matching(String pattern) {
        Pattern regex = Pattern.compile(
                java.util.Arrays.stream(pattern.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(java.util.stream.Collectors.joining(".*")),
                Pattern.DOTALL);
        return IntStream.range(0, list.size())
                .filter(j -> regex.matcher(list.get(j).name()).matches()
                        || regex.matcher(list.get(j).source()).matches())
                .toArray();
    }
}

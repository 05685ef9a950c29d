package dev.taut.design;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
        return new Features(Arrays.stream(names).map(n -> new Feature(n, n)).toList());
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
        Predicate<String> matches = matcher(pattern);
        return IntStream.range(0, list.size())
                .filter(j -> matches.test(list.get(j).name())
                        || matches.test(list.get(j).source()))
                .toArray();
    }

    /** Whether a name matches the pattern, in which {@code *} stands for any characters. */
    public static Predicate<String> matcher(String pattern) {
        return Pattern.compile(
                        Arrays.stream(pattern.split("\\*", -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining(".*")),
                        Pattern.DOTALL)
                .asMatchPredicate();
    }
}

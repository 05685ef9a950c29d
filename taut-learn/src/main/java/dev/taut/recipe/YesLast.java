package dev.taut.recipe;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Puts the affirmative one of two levels last, so that it is the one coded 1. Sorting does this for no/yes,
 * false/true and absent/present; here are the pairs in which it does not.
 */
final class YesLast {
    private static final Set<List<String>> AFFIRMATIVE_FIRST = Set.of(
            List.of("active", "inactive"),
            List.of("case", "control"),
            List.of("ja", "nein"),
            List.of("with", "without"));

    private YesLast() {}

    /** The levels as given, two of them swapped if the first is the affirmative one. */
    static List<String> sorted(List<String> levels) {
        if (levels.size() == 2) {
            List<String> plain =
                    levels.stream().map(l -> l.strip().toLowerCase(Locale.ROOT)).toList();
            if (AFFIRMATIVE_FIRST.contains(plain)) {
                return List.of(levels.get(1), levels.get(0));
            }
        }
        return levels;
    }
}

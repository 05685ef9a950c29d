package dev.taut.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The order of categories and classes: numbers by value and before words, words without regard to case, ties by code
 * point. So {@code 2} stands before {@code 10}, and {@code No} before {@code yes}.
 */
public enum LevelOrder implements Comparator<String> {
    INSTANCE;

    /** Pairs whose affirmative one sorts first; for no/yes, false/true, absent/present sorting does the right thing. */
    private static final Set<List<String>> AFFIRMATIVE_FIRST = Set.of(
            List.of("active", "inactive"),
            List.of("case", "control"),
            List.of("ja", "nein"),
            List.of("with", "without"));

    @Override
    public int compare(String a, String b) {
        boolean numberA = Numerals.isNumber(a);
        if (numberA != Numerals.isNumber(b)) {
            return numberA ? -1 : 1;
        }
        int order = numberA
                ? Double.compare(Double.parseDouble(a.strip()), Double.parseDouble(b.strip()))
                : String.CASE_INSENSITIVE_ORDER.compare(a, b);
        return order != 0 ? order : a.compareTo(b);
    }

    /** The levels in order; of two, the affirmative one is last, so that it is the one coded 1. */
    public static List<String> sorted(Collection<String> levels) {
        return affirmativeLast(levels.stream().sorted(INSTANCE).toList());
    }

    /** The levels as given, two of them swapped if the first is the affirmative one. */
    public static List<String> affirmativeLast(List<String> levels) {
        List<String> plain = levels.stream()
                .limit(3)
                .map(l -> l.strip().toLowerCase(Locale.ROOT))
                .toList();
        return AFFIRMATIVE_FIRST.contains(plain) ? List.of(levels.get(1), levels.get(0)) : levels;
    }
}

package dev.taut.data;

import java.util.Comparator;

/**
 * The order of categories and classes: numbers by value and before words, words without regard to case, ties by code
 * point. So {@code 2} stands before {@code 10}, and {@code No} before {@code yes}.
 */
public enum LevelOrder implements Comparator<String> {
    INSTANCE;

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
}

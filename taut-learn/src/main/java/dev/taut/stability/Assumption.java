package dev.taut.stability;

import java.util.Arrays;
import java.util.List;

/**
 * What is assumed about how often a feature that is seldom selected is selected by both halves of a pair. Each assumption
 * implies the one before it, and gives a smaller bound.
 */
public enum Assumption {
    /** Nothing: Shah and Samworth (2013), theorem 1. */
    NONE("none", "no assumption"),
    /** The distribution of that share over pairs has one mode: theorem 2. */
    UNIMODAL("unimodal", "the share of pairs that agree on a false feature has one mode"),
    /** It is −1/2-concave, and the share of halves −1/4-concave: section 3.3. */
    R_CONCAVE(
            "r-concave",
            "the share of pairs that agree on a false feature is −1/2-concave, the share of halves −1/4-concave");

    private final String word;
    private final String meaning;

    Assumption(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** As on the command line. */
    public String word() {
        return word;
    }

    /** What is assumed, in words. */
    public String meaning() {
        return meaning;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Assumption::word).toList();
    }

    public static Assumption named(String word) {
        return Arrays.stream(values())
                .filter(a -> a.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no assumption is called " + word));
    }
}

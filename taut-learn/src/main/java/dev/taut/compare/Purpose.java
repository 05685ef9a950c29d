package dev.taut.compare;

import dev.taut.tuning.Rule;
import java.util.Arrays;
import java.util.List;

/** What the model is for: it decides what counts besides accuracy. */
public enum Purpose {
    /** Not said: advice has a sentence for each of the others, and the simplest within noise is taken. */
    ANY("any"),
    /** The smallest error on new rows. */
    PREDICT("predict"),
    /** A short list of features that other rows would give again. */
    SELECT("select"),
    /** Coefficients that mean something: little shrinkage, correlated features kept together. */
    EXPLAIN("explain");

    private final String word;

    Purpose(String word) {
        this.word = word;
    }

    /** As on the command line. */
    public String word() {
        return word;
    }

    /** How λ is chosen if no rule is asked for: the smallest error, or for a list of features one standard error from it. */
    public Rule rule() {
        return this == SELECT ? Rule.ONE_STANDARD_ERROR : Rule.MINIMUM;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Purpose::word).toList();
    }

    /**
     * The purpose of this word.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Purpose named(String word) {
        return Arrays.stream(values())
                .filter(p -> p.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no purpose `" + word + "`; there are " + String.join(", ", words())));
    }
}

package dev.taut.knockoff;

import java.util.Arrays;
import java.util.List;

/** What the copies imitate. */
public enum Construction {
    /**
     * The columns as they are, of whatever distribution: copies have the same products with each other and, but for sⱼ,
     * with the columns (Barber and Candès 2015). It needs the squared loss, twice as many rows as columns, and errors that
     * are independent and normal with one variance.
     */
    FIXED("fixed"),
    /**
     * The distribution of the columns, taken to be normal with the sample's means and shrunken correlations (Candès, Fan,
     * Janson and Lv 2018). It serves any loss and any number of columns, and asks nothing of how the target depends on them.
     */
    MODEL("model");

    private final String word;

    Construction(String word) {
        this.word = word;
    }

    /** As on the command line. */
    public String word() {
        return word;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Construction::word).toList();
    }

    public static Construction named(String word) {
        return Arrays.stream(values())
                .filter(c -> c.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no construction is called " + word));
    }
}

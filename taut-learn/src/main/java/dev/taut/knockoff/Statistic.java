package dev.taut.knockoff;

import java.util.Arrays;
import java.util.List;

/** How a column Z is compared with its copy Z̃ in one fit to both; W is positive where the column wins. */
public enum Statistic {
    /** W = max(Z, Z̃)·sign(Z − Z̃) with Z the λ at which the column enters the path. */
    ENTRY("entry"),
    /** W = |β| − |β̃| at the λ with the least cross-validated error; not for fixed copies, which folds would tear apart. */
    DIFFERENCE("difference");

    private final String word;

    Statistic(String word) {
        this.word = word;
    }

    /** As on the command line. */
    public String word() {
        return word;
    }

    /** W of a column and its copy. */
    double of(double column, double copy) {
        return this == ENTRY ? Math.max(column, copy) * Math.signum(column - copy) : column - copy;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Statistic::word).toList();
    }

    public static Statistic named(String word) {
        return Arrays.stream(values())
                .filter(s -> s.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no statistic is called " + word));
    }
}

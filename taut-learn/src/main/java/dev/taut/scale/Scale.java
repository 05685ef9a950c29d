package dev.taut.scale;

import java.util.Arrays;
import java.util.List;

/** The libraries whose strengths are understood; every formula is checked against the library itself. */
public enum Scale {
    GLMNET("glmnet", "glmnet", new Glmnet()),
    SKLEARN("sklearn", "scikit-learn", new ScikitLearn()),
    LIBLINEAR_C("liblinear-C", "liblinear", new Liblinear()),
    SPARK("spark", "Spark ML", new SparkMl()),
    H2O("h2o", "H2O", new H2o()),
    SMILE("smile", "Smile", new Smile()),
    TRIBUO("tribuo", "Tribuo", new Tribuo());

    private final String word;
    private final String title;
    private final Library library;

    Scale(String word, String title, Library library) {
        this.word = word;
        this.title = title;
        this.library = library;
    }

    /** The word on the command line, for example {@code liblinear-C}. */
    public String word() {
        return word;
    }

    /** The name of the library. */
    public String title() {
        return title;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Scale::word).toList();
    }

    /**
     * The scale with this word.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Scale named(String word) {
        return Arrays.stream(values())
                .filter(scale -> scale.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no scale `" + word + "`; there are " + String.join(", ", words())));
    }

    /**
     * How this library says it, or why it cannot.
     *
     * @param l1Ratio only whether it is 0, 1 or between counts: it decides which estimator is meant
     */
    public Equivalent under(Circumstances circumstances, double l1Ratio) {
        // Only glmnet has all of them, and has been checked with them.
        String extra = this == GLMNET ? "" : extra(circumstances);
        return extra.isEmpty()
                ? library.under(circumstances, Mix.of(l1Ratio))
                : new Equivalent.None("is not translated with " + extra);
    }

    private static String extra(Circumstances c) {
        if (c.penalised().factors()) {
            return "penalty factors";
        }
        if (c.penalised().bounds()) {
            return "bounds";
        }
        return c.offset() ? "an offset" : "";
    }
}

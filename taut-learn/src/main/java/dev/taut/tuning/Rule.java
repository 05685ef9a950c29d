package dev.taut.tuning;

/** How λ is chosen from a cross-validation curve. */
public enum Rule {
    /** The λ with the smallest mean. */
    MINIMUM("min"),
    /**
     * The strongest λ whose mean is within one standard error of the smallest (Breiman, Friedman, Olshen and Stone
     * 1984): the simplest model that is as good as the best, as far as the folds can tell.
     */
    ONE_STANDARD_ERROR("1se");

    private final String word;

    Rule(String word) {
        this.word = word;
    }

    /** The word used on the command line and in files. */
    public String word() {
        return word;
    }

    /**
     * The rule of this word.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Rule named(String word) {
        for (Rule rule : values()) {
            if (rule.word.equals(word)) {
                return rule;
            }
        }
        throw new IllegalArgumentException("no rule `" + word + "`; there are min and 1se");
    }

    /**
     * Index of the chosen λ.
     *
     * @param means  smaller is better, strongest λ first; NaN where a λ could not be judged
     * @param errors standard errors of the means
     */
    public int choose(double[] means, double[] errors) {
        int best = minimum(means);
        if (this == MINIMUM) {
            return best;
        }
        int chosen = 0;
        while (chosen < best && !(means[chosen] <= means[best] + errors[best])) {
            chosen++;
        }
        return chosen;
    }

    private static int minimum(double[] means) {
        int best = 0;
        for (int k = 1; k < means.length; k++) {
            if (means[k] < means[best] || Double.isNaN(means[best])) {
                best = k;
            }
        }
        return best;
    }
}

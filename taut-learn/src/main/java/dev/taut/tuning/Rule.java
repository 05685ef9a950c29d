package dev.taut.tuning;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How λ is chosen: from a cross-validation curve, or by a criterion of the fit itself ({@link Criterion}). */
public enum Rule {
    /** The λ with the smallest mean. */
    MINIMUM("min"),
    /**
     * The strongest λ whose mean is within one standard error of the smallest (Breiman, Friedman, Olshen and Stone
     * 1984): the simplest model that is as good as the best, as far as the folds can tell.
     */
    ONE_STANDARD_ERROR("1se"),
    /** The smallest Bayesian information criterion (Schwarz 1978). */
    BIC("bic"),
    /** The smallest Akaike information criterion, corrected for few rows (Hurvich and Tsai 1989). */
    AICC("aicc"),
    /** The smallest BIC with a price for how many sets of features there are (Chen and Chen 2008). */
    EBIC("ebic"),
    /** The smallest generalized cross-validation score (Golub, Heath and Wahba 1979). */
    GCV("gcv");

    private final String word;

    Rule(String word) {
        this.word = word;
    }

    /** Whether the fit itself decides, not the folds. */
    public boolean isCriterion() {
        return this != MINIMUM && this != ONE_STANDARD_ERROR;
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
        throw new IllegalArgumentException("no rule `" + word + "`; there are "
                + Arrays.stream(values()).map(Rule::word).collect(Collectors.joining(", ")));
    }

    /**
     * Index of the chosen λ on a curve.
     *
     * @param means  smaller is better, strongest λ first; NaN where a λ could not be judged
     * @param errors standard errors of the means
     * @throws IllegalStateException if the fit itself decides
     */
    public int choose(double[] means, double[] errors) {
        if (isCriterion()) {
            throw new IllegalStateException(word + " reads no cross-validation curve");
        }
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

    static int minimum(double[] means) {
        int best = 0;
        for (int k = 1; k < means.length; k++) {
            if (means[k] < means[best] || Double.isNaN(means[best])) {
                best = k;
            }
        }
        return best;
    }
}

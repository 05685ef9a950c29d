package dev.taut.run;

import java.util.Optional;

/** What a loss is called without its parameter, and what the exponential of a coefficient is called under it. */
public final class LossWords {
    private LossWords() {}

    /** {@code tweedie} of {@code tweedie:1.5}. */
    public static String family(String loss) {
        return loss.replaceFirst(":.*", "");
    }

    /**
     * What the loss summed over rows is called, and what it is in parts of the {@code deviance} of a run, which is twice that
     * sum above a perfect fit: a deviance for a likelihood, a sum of squares, otherwise the sum itself.
     */
    public record Total(String words, double factor) {}

    /** {@code residual deviance}, {@code residual sum of squares} or {@code sum of losses}. */
    public static Total total(String loss) {
        return switch (family(loss)) {
            case "squared" -> new Total("residual sum of squares", 1);
            case "huber", "hinge", "squared_hinge", "quantile", "svr", "squared_svr" -> new Total("sum of losses", 0.5);
            case "sqrt" -> new Total("rows × root mean square", 0.5);
            case "scaled_huber" -> new Total("rows × loss", 0.5);
            default -> new Total("residual deviance", 1);
        };
    }

    /** {@code odds ratio}, {@code rate ratio}, {@code hazard ratio} or {@code mean ratio}; empty where exp(coefficient) has no such meaning. */
    public static Optional<String> ratio(String loss) {
        return switch (family(loss)) {
            case "logistic", "ordinal" -> Optional.of("odds ratio");
            case "poisson", "negbin", "cloglog" -> Optional.of("rate ratio");
            case "cox", "cox-efron" -> Optional.of("hazard ratio");
            case "gamma", "tweedie" -> Optional.of("mean ratio");
            default -> Optional.empty();
        };
    }
}

package dev.taut.run;

import java.util.Optional;

/** What a loss is called without its parameter, and what the exponential of a coefficient is called under it. */
public final class LossWords {
    private LossWords() {}

    /** {@code tweedie} of {@code tweedie:1.5}. */
    public static String family(String loss) {
        return loss.replaceFirst(":.*", "");
    }

    /** {@code odds ratio}, {@code rate ratio}, {@code hazard ratio} or {@code mean ratio}; empty where exp(coefficient) has no such meaning. */
    public static Optional<String> ratio(String loss) {
        return switch (family(loss)) {
            case "logistic" -> Optional.of("odds ratio");
            case "poisson", "negbin", "cloglog" -> Optional.of("rate ratio");
            case "cox", "cox-efron" -> Optional.of("hazard ratio");
            case "gamma", "tweedie" -> Optional.of("mean ratio");
            default -> Optional.empty();
        };
    }
}

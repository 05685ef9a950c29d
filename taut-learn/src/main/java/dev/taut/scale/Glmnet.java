package dev.taut.scale;

import java.util.List;

/**
 * R glmnet: Σ wᵢℓᵢ/W + λ Σ vⱼ [ alpha·|dⱼβⱼ| + (1 − alpha)/2·(dⱼβⱼ)² ], with factors vⱼ rescaled to the mean 1. For
 * {@code family = "gaussian"} the target is divided by its standard deviation s first, which divides the squared part by
 * s (Friedman, Hastie and Tibshirani 2010, and the package's sources).
 */
record Glmnet() implements Library {
    @Override
    public Equivalent under(Circumstances c, Mix mix) {
        String family = family(c);
        if (family.isEmpty()) {
            return new Equivalent.None(
                    c.family().startsWith("cox") ? "is not translated for survival" : "has no family for this loss");
        }
        double l1 = c.penalised().meanFactor();
        double l2 = l1 * (c.squared() ? spread(c) : 1);
        if (l1 == 0) {
            return new Equivalent.None("refuses penalty factors that are all zero");
        }
        if (!(l2 > 0)) {
            return new Equivalent.None("refuses a constant target");
        }
        return Translation.of(Dial.STRENGTH_AND_SHARE, mix, List.of("lambda", "alpha"), l1, l2)
                .called("glmnet(x, y, family = " + family + ", alpha = {alpha}, lambda = {lambda}"
                        + (c.standardize() ? "" : ", standardize = FALSE")
                        + (c.intercept() ? "" : ", intercept = FALSE")
                        + extras(c) + ", thresh = 1e-14)");
    }

    private static String family(Circumstances c) {
        return switch (c.family()) {
            case "squared" -> "\"gaussian\"";
            case "logistic" -> "\"binomial\"";
            case "multinomial", "poisson" -> "\"" + c.loss() + "\"";
            case "probit", "cloglog" -> "binomial(\"" + c.loss() + "\")";
            case "gamma" -> "Gamma(\"log\")";
            case "negbin" -> "MASS::negative.binomial(" + c.parameter() + ")";
            default -> "";
        };
    }

    private static String extras(Circumstances c) {
        return (c.sample().equalWeights() ? "" : ", weights = w")
                + (c.offset() ? ", offset = o" : "")
                + (c.penalised().factors() ? ", penalty.factor = v" : "")
                + (c.penalised().bounds() ? ", lower.limits = l, upper.limits = u" : "");
    }

    /** About 0 without an intercept. */
    static double spread(Circumstances c) {
        return c.intercept() ? c.sample().deviation() : c.sample().size();
    }
}

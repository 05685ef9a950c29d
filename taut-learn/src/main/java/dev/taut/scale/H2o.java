package dev.taut.scale;

import java.util.List;

/**
 * H2O's GLM: Σ wᵢℓᵢ/W + lambda [ alpha·‖dβ‖₁ + (1 − alpha)/2·‖dβ‖² ], where standard deviations d have the divisor
 * n − 1.
 */
record H2o() implements Library {
    @Override
    public Equivalent under(Circumstances c, Mix mix) {
        String family = switch (c.loss()) {
            case "squared" -> "gaussian";
            case "logistic" -> "binomial";
            default -> "";
        };
        if (family.isEmpty()) {
            return new Equivalent.None("is not translated for this loss");
        }
        if (c.standardize() && !c.sample().equalWeights()) {
            return new Equivalent.None("is not translated with case weights, which it standardizes by in its own way");
        }
        if (c.squared() && !c.standardize()) {
            return new Equivalent.None("is not translated without standardization");
        }
        if (!c.intercept()) {
            return new Equivalent.None("is not translated without an intercept");
        }
        double unbiased = c.standardize() ? c.sample().unbiased() : 1;
        return Translation.of(
                        Dial.STRENGTH_AND_SHARE, mix, List.of("lambda", "alpha"), 1 / Math.sqrt(unbiased), 1 / unbiased)
                .called("h2o.glm(..., family = \"" + family + "\", alpha = {alpha}, lambda = {lambda}"
                        + (c.standardize() ? "" : ", standardize = FALSE") + ")");
    }
}

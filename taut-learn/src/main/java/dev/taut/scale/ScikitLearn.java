package dev.taut.scale;

import java.util.List;

/**
 * scikit-learn: Lasso and ElasticNet minimise RSS/(2n) + alpha [ l1_ratio·‖β‖₁ + (1 − l1_ratio)/2·‖β‖² ], Ridge
 * RSS + alpha ‖β‖², LogisticRegression C Σℓ + l1_ratio·‖β‖₁ + (1 − l1_ratio)/2·‖β‖², PoissonRegressor, GammaRegressor and
 * TweedieRegressor half the mean deviance + alpha/2·‖β‖² (user guide, sections 1.1.1 to 1.1.12). Columns are scaled beforehand. What it
 * has for hinges and tubes is {@link ScikitLearnMachines}.
 */
record ScikitLearn() implements Library {
    @Override
    public Equivalent under(Circumstances c, Mix mix) {
        return switch (c.family()) {
            case "squared" -> regression(c, mix);
            case "logistic", "multinomial" -> classification(c, mix);
            case "poisson" -> deviance(c, mix, "PoissonRegressor(");
            case "gamma" -> deviance(c, mix, "GammaRegressor(");
            case "tweedie" -> deviance(c, mix, "TweedieRegressor(power=" + c.parameter() + ", link=\"log\", ");
            case "quantile" -> quantile(c, mix);
            case "scaled_huber" -> huber(c, mix);
            case "huber" -> new Equivalent.None("estimates the scale of this loss");
            default -> ScikitLearnMachines.under(c, mix);
        };
    }

    private static Equivalent deviance(Circumstances c, Mix mix, String estimator) {
        return mix == Mix.RIDGE
                ? Translation.of(Dial.STRENGTH, mix, List.of("alpha"), 1, 1)
                        .called(scaled(c, estimator + "alpha={alpha}" + intercept(c) + ")"))
                : new Equivalent.None("has no L1 for this loss");
    }

    private static Equivalent quantile(Circumstances c, Mix mix) {
        return mix == Mix.LASSO
                ? Translation.of(Dial.STRENGTH, mix, List.of("alpha"), 1, 1)
                        .called(scaled(
                                c,
                                "QuantileRegressor(quantile=" + c.parameter() + ", alpha={alpha}, solver=\"highs\""
                                        + intercept(c) + ")"))
                : new Equivalent.None("has only L1 for this loss");
    }

    /** Σ [σ + σ·H((y − η)/σ)] + alpha ‖β‖², twice n times Taut's. */
    private static Equivalent huber(Circumstances c, Mix mix) {
        if (mix != Mix.RIDGE) {
            return new Equivalent.None("has no L1 for this loss");
        }
        if (!c.intercept() || !c.standardize()) {
            return new Equivalent.None("is translated for this loss with intercept and standardization only");
        }
        double weight = c.sample().weight();
        return Translation.of(Dial.STRENGTH, mix, List.of("alpha"), weight, weight)
                .called(scaled(c, "HuberRegressor(epsilon=" + c.parameter() + ", alpha={alpha})"));
    }

    private static Equivalent regression(Circumstances c, Mix mix) {
        double weight = c.sample().weight();
        Translation translation = switch (mix) {
            case RIDGE ->
                Translation.of(Dial.STRENGTH, mix, List.of("alpha"), weight, weight)
                        .called(scaled(c, "Ridge(alpha={alpha}" + intercept(c) + ")"));
            case LASSO ->
                Translation.of(Dial.STRENGTH, mix, List.of("alpha"), 1, 1)
                        .called(scaled(c, "Lasso(alpha={alpha}" + intercept(c) + ")"));
            case BOTH ->
                Translation.of(Dial.STRENGTH_AND_SHARE, mix, List.of("alpha", "l1_ratio"), 1, 1)
                        .called(scaled(c, "ElasticNet(alpha={alpha}, l1_ratio={l1_ratio}" + intercept(c) + ")"));
        };
        return translation.unpenalised("LinearRegression(" + intercept(c).replace(", ", "") + ")");
    }

    private static Equivalent classification(Circumstances c, Mix mix) {
        double weight = c.sample().weight();
        Translation translation = mix == Mix.BOTH
                ? Translation.of(Dial.INVERSE_AND_SHARE, mix, List.of("C", "l1_ratio"), weight, weight)
                        .called(scaled(
                                c,
                                "LogisticRegression(C={C}, penalty=\"elasticnet\", l1_ratio={l1_ratio}, solver=\"saga\""
                                        + intercept(c) + ")"))
                : Translation.of(Dial.INVERSE, mix, List.of("C"), weight, weight)
                        .called(scaled(
                                c,
                                "LogisticRegression(C={C}"
                                        + (mix == Mix.LASSO ? ", penalty=\"l1\", solver=\"saga\"" : "") + intercept(c)
                                        + ")"));
        return translation.unpenalised("LogisticRegression(penalty=None" + intercept(c) + ")");
    }

    static String intercept(Circumstances c) {
        return c.intercept() ? "" : ", fit_intercept=False";
    }

    static String scaled(Circumstances c, String estimator) {
        String scaler = c.intercept() ? "StandardScaler()" : "StandardScaler(with_mean=False)";
        return c.standardize() ? "make_pipeline(" + scaler + ", " + estimator + ")" : estimator;
    }
}

package dev.taut.scale;

import java.util.List;

/**
 * scikit-learn: Lasso and ElasticNet minimise RSS/(2n) + alpha [ l1_ratio·‖β‖₁ + (1 − l1_ratio)/2·‖β‖² ], Ridge
 * RSS + alpha ‖β‖², LogisticRegression C Σℓ + l1_ratio·‖β‖₁ + (1 − l1_ratio)/2·‖β‖², PoissonRegressor, GammaRegressor and
 * TweedieRegressor half the mean deviance + alpha/2·‖β‖² (user guide, sections 1.1.1 to 1.1.12). Columns are scaled beforehand.
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
            default -> new Equivalent.None("is not translated for this loss");
        };
    }

    private static Equivalent deviance(Circumstances c, Mix mix, String estimator) {
        return mix == Mix.RIDGE
                ? Translation.of(Dial.STRENGTH, mix, List.of("alpha"), 1, 1)
                        .called(scaled(c, estimator + "alpha={alpha}" + intercept(c) + ")"))
                : new Equivalent.None("has no L1 for this loss");
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

    private static String intercept(Circumstances c) {
        return c.intercept() ? "" : ", fit_intercept=False";
    }

    private static String scaled(Circumstances c, String estimator) {
        String scaler = c.intercept() ? "StandardScaler()" : "StandardScaler(with_mean=False)";
        return c.standardize() ? "make_pipeline(" + scaler + ", " + estimator + ")" : estimator;
    }
}

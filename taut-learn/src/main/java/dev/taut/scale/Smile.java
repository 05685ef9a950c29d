package dev.taut.scale;

import java.util.List;

/**
 * Smile: LASSO minimises RSS + lambda ‖dβ‖₁, RidgeRegression RSS + lambda ‖dβ‖², ElasticNet has both, always with
 * intercept and standard deviations d of divisor n − 1; LogisticRegression Σℓ + lambda/2·‖β‖² on columns as they are.
 */
record Smile() implements Library {
    @Override
    public Equivalent under(Circumstances c, Mix mix) {
        if (!c.intercept()) {
            return new Equivalent.None("always fits an intercept");
        }
        if (!c.sample().equalWeights()) {
            return new Equivalent.None("has no case weights");
        }
        if (c.classes()) {
            return classification(c, mix);
        }
        if (!c.squared()) {
            return new Equivalent.None("is not translated for this loss");
        }
        return c.standardize() ? regression(c, mix) : new Equivalent.None("always scales columns");
    }

    private static Equivalent regression(Circumstances c, Mix mix) {
        double n = c.sample().rows();
        double unbiased = n / (n - 1);
        double l1 = 2 * n / Math.sqrt(unbiased);
        double l2 = n / unbiased;
        Translation translation = switch (mix) {
            case RIDGE ->
                Translation.of(Dial.STRENGTH, mix, List.of("lambda"), l1, l2)
                        .called("RidgeRegression.fit(formula, data, {lambda})");
            case LASSO ->
                Translation.of(Dial.STRENGTH, mix, List.of("lambda"), l1, l2)
                        .called("LASSO.fit(formula, data, new LASSO.Options({lambda}))");
            case BOTH ->
                Translation.of(Dial.TWO_STRENGTHS, mix, List.of("lambda1", "lambda2"), l1, l2)
                        .called("ElasticNet.fit(formula, data, new ElasticNet.Options({lambda1}, {lambda2}))");
        };
        return translation.unpenalised("OLS.fit(formula, data)");
    }

    private static Equivalent classification(Circumstances c, Mix mix) {
        if (mix != Mix.RIDGE) {
            return new Equivalent.None("has no L1 for classes");
        }
        if (!c.loss().equals("logistic")) {
            return new Equivalent.None("sets the coefficients of one class to zero");
        }
        double n = c.sample().rows();
        return Translation.of(Dial.STRENGTH, mix, List.of("lambda"), n, n)
                .called("LogisticRegression.binomial(x, y, new LogisticRegression.Options({lambda}, 1e-10, 1000))"
                        + (c.standardize() ? "   on scaled columns" : ""));
    }
}

package dev.taut.scale;

import java.util.List;

/**
 * Spark ML: regParam [ elasticNetParam·‖dβ‖₁ + (1 − elasticNetParam)/2·‖dβ‖² ] beside the mean loss.
 *
 * <p>LinearRegression divides the target by its standard deviation as glmnet does; its solver {@code normal}, which it
 * chooses up to 4096 columns, has divisors n, the other one n − 1. LogisticRegression has divisors n − 1.
 */
record SparkMl() implements Library {
    private static final List<String> NAMES = List.of("regParam", "elasticNetParam");

    /** Up to so many columns the normal equations are solved. */
    private static final int NORMAL = 4096;

    @Override
    public Equivalent under(Circumstances c, Mix mix) {
        if (!c.intercept()) {
            return new Equivalent.None("is not translated without an intercept");
        }
        return switch (c.loss()) {
            case "squared" -> regression(c, mix);
            case "logistic", "multinomial" -> classification(c, mix);
            case "poisson" -> new Equivalent.None("has no penalty for counts that does not depend on the solution");
            default -> new Equivalent.None("is not translated for this loss");
        };
    }

    private static Equivalent regression(Circumstances c, Mix mix) {
        double spread = c.sample().deviation();
        if (!(spread > 0)) {
            return new Equivalent.None("does not scale a constant target");
        }
        boolean normal = c.penalised().columns() <= NORMAL;
        double target = normal ? 1 : c.sample().unbiased();
        double column = normal || !c.standardize() ? 1 : c.sample().unbiased();
        return Translation.of(
                        Dial.STRENGTH_AND_SHARE, mix, NAMES, 1 / Math.sqrt(column), spread * Math.sqrt(target) / column)
                .called(call("LinearRegression", normal ? ", solver = \"normal\"" : ", solver = \"l-bfgs\"", c));
    }

    private static Equivalent classification(Circumstances c, Mix mix) {
        double unbiased = c.standardize() ? c.sample().unbiased() : 1;
        return Translation.of(Dial.STRENGTH_AND_SHARE, mix, NAMES, 1 / Math.sqrt(unbiased), 1 / unbiased)
                .called(call("LogisticRegression", "", c));
    }

    private static String call(String estimator, String more, Circumstances c) {
        return estimator + "(regParam = {regParam}, elasticNetParam = {elasticNetParam}" + more
                + (c.standardize() ? "" : ", standardization = false") + ")";
    }
}

package dev.taut.glmnet;

import dev.taut.design.Features;
import dev.taut.loss.Datafit;
import dev.taut.path.PathProblem;
import dev.taut.penalty.Penalty;
import dev.taut.penalty.SeparableProx;
import java.util.Arrays;

/**
 * glmnet's λ and alpha beside Taut's λ and l1Ratio.
 *
 * <p>glmnet divides a gaussian target by its standard deviation s, so that its squared part is divided by s, and rescales
 * penalty factors to the mean 1: with T = alpha + (1 − alpha)/s, Taut's l1Ratio is alpha/T and its λ is T/mean(v) times
 * glmnet's.
 *
 * @param alpha      share of L1 as glmnet counts it
 * @param perLambda  Taut's λ for glmnet's λ = 1
 * @param penalty    with Taut's share of L1
 * @param factors    glmnet's penalty factors, with the mean 1
 * @param excluded   columns held at zero by bounds of zero on both sides
 * @param zeroLimit  whether a coefficient is bounded by zero on one side
 */
record Units(double alpha, double perLambda, Penalty penalty, double[] factors, boolean[] excluded, boolean zeroLimit) {

    /** @throws IllegalArgumentException if the penalty is no elastic net, no column is penalised, or y is constant */
    static Units of(PathProblem problem, Family family) {
        if (!problem.penalty().constraints().isEmpty()) {
            throw new IllegalArgumentException("glmnet has no linear constraints on coefficients");
        }
        double alpha = family.alpha(problem);
        Features features = problem.features();
        SeparableProx unit = (SeparableProx)
                problem.penalty().reshaped(Penalty.elasticNet(alpha)).at(1, features);
        int p = features.size();
        double[] factors = new double[p];
        boolean[] excluded = new boolean[p];
        boolean zeroLimit = false;
        for (int j = 0; j < p; j++) {
            // The slope of alpha·|b| + (1 − alpha)/2·b² at b = 1 is 1.
            factors[j] = unit.slope(j, 1, 1);
            excluded[j] = unit.lower(j) == 0 && unit.upper(j) == 0;
            zeroLimit |= !excluded[j] && (unit.lower(j) == 0 || unit.upper(j) == 0);
        }
        double mean = Arrays.stream(factors).sum() / p;
        if (!(mean > 0)) {
            throw new IllegalArgumentException("glmnet needs a column with a positive penalty factor");
        }
        for (int j = 0; j < p; j++) {
            factors[j] /= mean;
        }
        double total = family == Family.GAUSSIAN ? alpha + (1 - alpha) / spread(problem) : 1;
        double ratio = alpha == 0 || alpha == 1 ? alpha : alpha / total;
        return new Units(
                alpha,
                total / mean,
                family == Family.GAUSSIAN ? problem.penalty().reshaped(Penalty.elasticNet(ratio)) : problem.penalty(),
                factors,
                excluded,
                zeroLimit);
    }

    /** Taut's λ. */
    double taut(double lambda) {
        return lambda * perLambda;
    }

    /** The standard deviation of y − offset, about 0 without an intercept: the root of twice the squared loss there. */
    private static double spread(PathProblem problem) {
        Datafit datafit = problem.datafit();
        double[] eta = problem.offset().length == 0
                ? new double[datafit.rows()]
                : problem.offset().clone();
        if (problem.intercept()) {
            double[] gradient = new double[eta.length];
            datafit.gradient(eta, gradient);
            double mean = -Arrays.stream(gradient).sum();
            for (int i = 0; i < eta.length; i++) {
                eta[i] += mean;
            }
        }
        double spread = Math.sqrt(2 * datafit.value(eta));
        if (!(spread > 0)) {
            throw new IllegalArgumentException("glmnet refuses a constant target");
        }
        return spread;
    }
}

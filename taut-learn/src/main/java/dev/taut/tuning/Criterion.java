package dev.taut.tuning;

import dev.taut.LinearPath;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.recipe.Targets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Misfit plus a price per degree of freedom, knot by knot. With d degrees of freedom, intercepts included, n rows (for
 * survival: events, Volinsky and Raftery 2000) and p features the misfit D is n·log(RSS/n) for the squared loss and the
 * residual deviance for likelihoods without a scale.
 *
 * <ul>
 *   <li>BIC = D + d·log n (Schwarz 1978; for the lasso Zou, Hastie and Tibshirani 2007)
 *   <li>AICc = D + 2k + 2k(k + 1)/(n − k − 1), k = d, plus 1 for the variance of the squared loss (Hurvich and Tsai 1989)
 *   <li>EBIC = BIC + 2γ·active·log p, γ = ½ (Chen and Chen 2008, in the form of Foygel and Drton 2010, in which the full
 *       model is not free)
 *   <li>GCV = (RSS/n)/(1 − d/n)², squared loss alone (Golub, Heath and Wahba 1979)
 * </ul>
 *
 * <p>A knot with more than n/2 degrees of freedom is no choice: there the variance that the squared loss estimates, or the
 * deviance, tends to 0 and takes the criterion along.
 *
 * @param rule    which
 * @param values  one per knot; NaN where it is no choice
 * @param degrees degrees of freedom
 */
public record Criterion(Rule rule, double[] values, double[] degrees) {
    private static final Set<String> LIKELIHOODS =
            Set.of("logistic", "probit", "cloglog", "multinomial", "poisson", "negbin", "cox", "cox-efron", "ordinal");

    /**
     * Of the first {@code count} knots.
     *
     * @throws Refused if the loss has no likelihood, the penalty no known degrees of freedom, or no knot is a choice
     */
    public static Criterion of(Rule rule, LinearPath path, int count) {
        refuse(rule, path);
        List<Knot> knots = path.path().knots().subList(0, count);
        DegreesOfFreedom degrees = DegreesOfFreedom.of(path);
        double n = rows(path);
        double[] d = knots.stream().mapToDouble(degrees::at).toArray();
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            values[k] = d[k] <= n / 2 ? value(rule, path, knots.get(k), d[k], n) : Double.NaN;
        }
        if (Arrays.stream(values).allMatch(Double::isNaN)) {
            throw refused("every λ has more than half as many degrees of freedom as there are rows");
        }
        return new Criterion(rule, values, d);
    }

    /** Index of the smallest value. */
    public int best() {
        return Rule.minimum(values);
    }

    private static double value(Rule rule, LinearPath path, Knot knot, double d, double n) {
        double weight = Arrays.stream(Targets.weights(path.training())).sum();
        boolean squared = path.loss().name().equals("squared");
        double perRow = path.deviance(knot) / weight;
        double misfit = squared ? n * Math.log(perRow) : n(path) * perRow;
        double k = squared ? d + 1 : d;
        return switch (rule) {
            case AICC -> misfit + 2 * k + 2 * k * (k + 1) / (n - k - 1);
            case EBIC ->
                misfit
                        + Math.log(n) * d
                        + knot.coefficients().active()
                                * Math.log(path.path().features().size());
            case GCV -> perRow / ((1 - d / n) * (1 - d / n));
            default -> misfit + Math.log(n) * d;
        };
    }

    static double intercepts(LinearPath path) {
        return path.spec().hasIntercept(path.training())
                ? Math.max(1, path.path().nullModel().outputs())
                : 0;
    }

    /** Rows that count. */
    private static double n(LinearPath path) {
        return Arrays.stream(Targets.weights(path.training()))
                .filter(w -> w > 0)
                .count();
    }

    private static double rows(LinearPath path) {
        Target target = path.targets().encode(path.training());
        if (target instanceof Target.Survival survival) {
            return IntStream.range(0, survival.rows())
                    .filter(i -> survival.events()[i])
                    .count();
        }
        return n(path);
    }

    private static void refuse(Rule rule, LinearPath path) {
        String family = Losses.family(path.loss().name());
        boolean squared = path.loss().name().equals("squared");
        if (rule == Rule.GCV && !squared) {
            throw refused("gcv is a mean squared error and needs the squared loss, not "
                    + path.loss().name());
        }
        if (!squared && !LIKELIHOODS.contains(family)) {
            throw refused(rule.word() + " needs a likelihood without a scale of its own, which the loss "
                    + path.loss().name() + " is not");
        }
    }

    static Refused refused(String why) {
        return new Refused(Finding.of(Code.USAGE, "--rule", why).help("--rule 1se or --rule min"));
    }
}

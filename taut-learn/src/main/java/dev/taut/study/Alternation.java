package dev.taut.study;

import dev.taut.Linear;
import dev.taut.check.CheckedData;
import dev.taut.data.Dataset;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.loss.Loss;
import dev.taut.loss.Losses;
import dev.taut.loss.Overdispersion;
import dev.taut.path.LambdaPath;
import dev.taut.recipe.Targets;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Progress;
import dev.taut.tuning.Setup;
import dev.taut.tuning.Tuned;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * θ of the negative binomial by turns: the model tuned under a given θ, first Poisson's, then θ of greatest likelihood
 * under the means of the chosen model on the training rows, until θ rests (to four digits; ten rounds at most).
 *
 * @param checked the data with the finding that says what was estimated (T0408)
 * @param plan    with the loss at the estimated θ, which is taken as given from there on
 * @param theta   θ, to six digits
 * @param rounds  models tuned
 */
public record Alternation(CheckedData checked, FitPlan plan, double theta, int rounds) {
    private static final int MOST_ROUNDS = 10;
    private static final double RESTS = 1e-4;
    private static final MathContext DIGITS = new MathContext(6);

    /**
     * @throws Refused             if the counts do not vary more than a Poisson's, so that no finite θ is best (T0207)
     * @throws Progress.Cancelled if the observer asks to stop
     */
    public static Alternation of(CheckedData checked, FitPlan plan, Progress progress) {
        Setup setup = Setup.of(checked, plan);
        double theta = estimate(Losses.poisson(), setup, plan, progress);
        for (int round = 2; round <= MOST_ROUNDS; round++) {
            double before = theta;
            theta = estimate(Losses.negativeBinomial(before), setup, plan, progress);
            if (Math.abs(theta - before) <= RESTS * before) {
                return found(checked, plan, theta, round, "");
            }
        }
        return found(checked, plan, theta, MOST_ROUNDS, "; it still moved");
    }

    private static Alternation found(CheckedData checked, FitPlan plan, double theta, int rounds, String moved) {
        Loss loss = Losses.negativeBinomial(theta);
        List<Finding> findings = new ArrayList<>(checked.findings());
        findings.add(Finding.of(
                        Code.DISPERSION_ESTIMATED,
                        checked.data().targetName(),
                        "θ = " + loss.name().replaceFirst(".*:", "") + " was estimated in " + rounds
                                + " rounds of tuning" + moved)
                .because(
                        "it makes the training rows most likely under the means of the chosen model",
                        "path, folds and certificates take it as given: no standard error contains its own")
                .help("--loss " + loss.name()));
        return new Alternation(
                new CheckedData(checked.data(), findings),
                plan.linear(plan.linear().loss(loss)),
                theta,
                rounds);
    }

    private static double estimate(Loss loss, Setup setup, FitPlan plan, Progress progress) {
        Linear spec = plan.linear().loss(loss);
        Dataset train = setup.train();
        Tuned tuned = Tuned.of(spec, train, setup.targets(), plan.linear(spec), progress);
        LambdaPath path = tuned.path().path();
        double[] means = tuned.path()
                .means(
                        path.raw(tuned.knot(tuned.chosen())),
                        tuned.path().recipe().encode(train.table()),
                        train);
        double[] y = setup.targets().encode(train).numbers();
        double theta = Overdispersion.theta(y, means, Targets.weights(train))
                .orElseThrow(() -> new Refused(Finding.of(
                                Code.NOT_ALLOWED,
                                train.targetName(),
                                "target `" + train.targetName()
                                        + "` does not vary more than Poisson counts: no finite θ is best")
                        .help("--loss poisson")));
        return new BigDecimal(theta).round(DIGITS).doubleValue();
    }
}

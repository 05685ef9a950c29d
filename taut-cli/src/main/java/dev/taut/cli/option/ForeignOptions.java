package dev.taut.cli.option;

import dev.taut.check.CheckedData;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.path.Lambdas;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.InverseStrength;
import java.util.List;
import picocli.CommandLine.Option;

/** Words of other libraries that mean several things, or the opposite: known only to be refused with what they mean. */
public final class ForeignOptions {
    @Option(names = "--alpha", paramLabel = "A", hidden = true, description = "two things elsewhere (T0002)")
    private String alpha = "";

    @Option(
            names = "--C",
            paramLabel = "C",
            split = ",",
            description = {
                "λ = 1/(nC), where C is usual: logistic, hinges, svr",
                "(several for path, and for --kernel to choose from; n is the weight of the training rows)"
            })
    private List<String> inverse = List.of();

    /** Refuses {@code --alpha}: nothing about the data would make it clear. */
    public void refuseAlpha() {
        if (!alpha.isEmpty()) {
            throw new Refused(Finding.of(
                            Code.AMBIGUOUS_ALPHA,
                            "--alpha",
                            "`--alpha` is ambiguous: glmnet's alpha is the L1 share, scikit-learn's is the strength")
                    .help("--l1-ratio " + alpha, "--lambda " + alpha));
        }
    }

    public boolean inverseGiven() {
        return !inverse.isEmpty();
    }

    /** The values of C, all above 0. */
    public double[] inverses() {
        return inverse.stream().mapToDouble(ForeignOptions::positive).toArray();
    }

    private static double positive(String text) {
        double c = Usage.number("--C", text, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        if (!(c > 0)) {
            throw Usage.refuse(
                    "--C",
                    "`--C " + text
                            + "`: a number above 0 is needed; it multiplies the loss, and nothing is learnt from none",
                    "--C 1");
        }
        return c;
    }

    /** The plan at the λ that one C means, where C is usual; for a path, at those that several mean. */
    public FitPlan inverted(FitPlan plan, CheckedData checked, boolean path) {
        if (!inverseGiven()) {
            return plan;
        }
        double[] lambdas = InverseStrength.lambdas(plan, checked, inverses());
        if (!InverseStrength.isUsual(plan.linear(), plan.linear().typed(checked.orRefuse()))) {
            throw unusual(lambdas);
        }
        if (path) {
            return plan.linear(plan.linear().lambdas(Lambdas.of(lambdas)));
        }
        if (lambdas.length > 1) {
            throw Usage.refuse(
                    "--C",
                    "`--C " + String.join(",", inverse) + "`: one strength is given, or tuning chooses among its own",
                    "--C " + inverse.get(0),
                    "taut path takes several; so does --kernel");
        }
        return plan.lambda(lambdas[0]);
    }

    /** Refuses {@code --C} with the λ that it means: C·Σℓ + penalty = n·C·((1/n)Σℓ + λ·penalty). */
    private Refused unusual(double[] lambdas) {
        String lambda = new java.math.BigDecimal(lambdas[0])
                .round(new java.math.MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
        String rows = new java.math.BigDecimal(1 / (lambdas[0] * inverses()[0]))
                .round(new java.math.MathContext(9))
                .stripTrailingZeros()
                .toPlainString();
        return new Refused(Finding.of(
                        Code.BACKWARDS_C,
                        "--C",
                        "`--C " + inverse.get(0) + "` counts backwards. for " + rows + " rows it means --lambda "
                                + lambda)
                .help("--lambda " + lambda));
    }
}

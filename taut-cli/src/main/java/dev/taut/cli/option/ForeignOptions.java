package dev.taut.cli.option;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import picocli.CommandLine.Option;

/** Words of other libraries that mean several things, or the opposite: known only to be refused with what they mean. */
public final class ForeignOptions {
    @Option(names = "--alpha", paramLabel = "A", hidden = true, description = "two things elsewhere (T0002)")
    private String alpha = "";

    @Option(names = "--C", paramLabel = "C", hidden = true, description = "counts backwards (T0003)")
    private String inverse = "";

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

    /** Refuses {@code --C} with the λ that it means for so many training rows: C·Σℓ + penalty = n·C·((1/n)Σℓ + λ·penalty). */
    public Refused inverse(int rows) {
        double c = Usage.number("--C", inverse, 0, Double.POSITIVE_INFINITY);
        String message = "`--C " + inverse + "` counts backwards";
        if (c == 0) {
            return Usage.refuse("--C", message + "; nothing would be learnt at 0");
        }
        String lambda = new java.math.BigDecimal(1 / (c * rows))
                .round(new java.math.MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
        return new Refused(
                Finding.of(Code.BACKWARDS_C, "--C", message + ". for " + rows + " rows it means --lambda " + lambda)
                        .help("--lambda " + lambda));
    }
}

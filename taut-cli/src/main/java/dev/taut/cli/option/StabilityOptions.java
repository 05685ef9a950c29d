package dev.taut.cli.option;

import dev.taut.stability.Assumption;
import dev.taut.stability.ErrorControl;
import picocli.CommandLine.Option;

/** How stable a selection must be, and what that promises. */
public final class StabilityOptions {
    @Option(
            names = "--expected",
            paramLabel = "E",
            description = {
                "bound of the expected false selections",
                "default 1, unless --threshold and --budget are given, which decide it"
            })
    private String expected = "";

    @Option(
            names = "--threshold",
            paramLabel = "T",
            description = {
                "share of halves that must select a feature",
                "above 0.5, default 0.75, unless --budget is given, which with --expected decides it"
            })
    private String threshold = "";

    @Option(
            names = "--budget",
            paramLabel = "Q",
            description = {
                "most features that one half selects",
                "by default as many as --expected and --threshold allow"
            })
    private String budget = "";

    @Option(
            names = "--assume",
            paramLabel = "A",
            defaultValue = "unimodal",
            description = {
                "none, unimodal or r-concave",
                "what is assumed of a false feature's selection frequencies; more gives a smaller bound"
            })
    private String assume = "unimodal";

    @Option(names = "--pairs", paramLabel = "B", defaultValue = "50", description = "pairs of halves of the rows")
    private String pairs = "50";

    public int pairs() {
        return Usage.whole("--pairs", pairs, 1);
    }

    /** What is asked for; refuses three wishes of which two decide the third. */
    public ErrorControl control() {
        if (!expected.isEmpty() && !threshold.isEmpty() && !budget.isEmpty()) {
            throw Usage.refuse(
                    "--expected",
                    "of `--expected`, `--threshold` and `--budget` any two decide the third",
                    "--expected " + expected + " --threshold " + threshold);
        }
        ErrorControl control = ErrorControl.standard()
                .assuming(Assumption.named(Usage.choice("--assume", assume, Assumption.words())));
        if (!expected.isEmpty()) {
            control = control.bound(Usage.number("--expected", expected, 1e-9, Double.POSITIVE_INFINITY));
        }
        if (!threshold.isEmpty()) {
            double share = Usage.number("--threshold", threshold, 0, 1);
            if (share <= 0.5) {
                throw Usage.refuse(
                        "--threshold",
                        "`--threshold " + threshold + "`: more than half of the halves must agree",
                        "--threshold 0.75");
            }
            control = control.threshold(share);
        }
        return budget.isEmpty() ? control : control.budget(Usage.whole("--budget", budget, 1));
    }
}

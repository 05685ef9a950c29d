package dev.taut.cli.option;

import dev.taut.fold.Folds;
import dev.taut.tuning.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** How λ is chosen. */
public final class TuningOptions {
    @Option(names = "--lambda", paramLabel = "L", description = "this strength instead of a tuned one")
    private String lambda = "";

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            defaultValue = "auto",
            description = {
                "1se (simplest within noise), min, bic, ebic …",
                "or aicc, gcv; auto is 1se, for compare it follows --purpose; criteria choose by the fit itself and are"
                        + " refused where a loss has no likelihood or a penalty no known degrees of freedom"
            })
    private String rule = "auto";

    @Option(names = "--folds", paramLabel = "K", defaultValue = "10", description = "folds of the cross-validation")
    private String folds = "10";

    @Option(names = "--repeats", paramLabel = "R", defaultValue = "1", description = "cross-validate so many times")
    private String repeats = "1";

    @Option(
            names = "--nested",
            description = {
                "judge the tuning itself on folds it never saw",
                "(nested cross-validation: λ is tuned anew without each fold; takes as many times longer as there are folds)"
            })
    private boolean nested;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42", description = "the one source of randomness")
    private String seed = "42";

    @Option(names = "--threads", paramLabel = "N", description = "fits at a time; never changes a result")
    private String threads = "";

    public OptionalDouble lambda() {
        return lambda.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Usage.number("--lambda", lambda, 0, Double.POSITIVE_INFINITY));
    }

    public Rule rule() {
        return ruleGiven().orElse(Rule.ONE_STANDARD_ERROR);
    }

    /** Empty unless one was asked for. */
    public Optional<Rule> ruleGiven() {
        List<String> words = Stream.concat(
                        Stream.of("auto"), Arrays.stream(Rule.values()).map(Rule::word))
                .toList();
        String word = Usage.choice("--rule", rule, words);
        return word.equals("auto") ? Optional.empty() : Optional.of(Rule.named(word));
    }

    public boolean nested() {
        return nested;
    }

    public int foldCount() {
        return Usage.whole("--folds", folds, 2);
    }

    public int repeatCount() {
        return Usage.whole("--repeats", repeats, 1);
    }

    /** How many paths the tuning of one specification takes. */
    public int paths() {
        int outer = foldCount() * repeatCount();
        return 1 + outer + (nested ? outer * (1 + foldCount()) : 0);
    }

    public Folds folds() {
        return Folds.of(foldCount()).repeats(repeatCount()).seed(seed());
    }

    public long seed() {
        return Usage.seed("--seed", seed);
    }

    /** As many as the machine has processors, unless said. */
    public int threads() {
        return threads.isEmpty() ? Runtime.getRuntime().availableProcessors() : Usage.whole("--threads", threads, 1);
    }
}

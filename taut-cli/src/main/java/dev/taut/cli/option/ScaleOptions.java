package dev.taut.cli.option;

import dev.taut.check.CheckedData;
import dev.taut.finding.DidYouMean;
import dev.taut.path.Lambdas;
import dev.taut.scale.Scale;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Rescaled;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** In whose terms {@code --lambda} is given. */
public final class ScaleOptions {
    private static final String OWN = "taut";

    @Option(
            names = "--lambda-scale",
            paramLabel = "LIB",
            defaultValue = OWN,
            description = "whose λ that is: glmnet, sklearn, spark …")
    private String scale = OWN;

    /** Refuses a library that is not known, or one without a λ to read. */
    public void check(boolean given) {
        List<String> words = new ArrayList<>(List.of(OWN));
        words.addAll(Scale.words());
        if (!words.contains(scale)) {
            throw Usage.refuse(
                    "--lambda-scale",
                    "`--lambda-scale " + scale + "`: it is one of " + String.join(", ", words),
                    DidYouMean.of(scale, words).stream()
                            .map(word -> "--lambda-scale " + word)
                            .toArray(String[]::new));
        }
        if (!scale.equals(OWN) && !given) {
            throw Usage.refuse(
                    "--lambda-scale",
                    "`--lambda-scale " + scale + "` says whose `--lambda` it is, and none is given",
                    "--lambda L --lambda-scale " + scale);
        }
    }

    /** The plan with its λ, and its share of L1, in Taut's terms. */
    public FitPlan read(FitPlan plan, CheckedData checked) {
        if (scale.equals(OWN)) {
            return plan;
        }
        Rescaled rescaled = Rescaled.of(plan, checked, chosen(), plan.lambda().orElseThrow());
        return plan.linear(plan.linear().penalty(rescaled.penalty()))
                .lambda(rescaled.lambdas().get(0));
    }

    /** The plan of a path with the λ it is to visit, and its share of L1, in Taut's terms. */
    public FitPlan readPath(FitPlan plan, CheckedData checked, double[] given) {
        if (scale.equals(OWN)) {
            return plan;
        }
        Rescaled rescaled = Rescaled.of(plan, checked, chosen(), given);
        double[] lambdas =
                rescaled.lambdas().stream().mapToDouble(Double::doubleValue).toArray();
        return plan.linear(plan.linear().penalty(rescaled.penalty()).lambdas(Lambdas.of(lambdas)));
    }

    private Scale chosen() {
        return Scale.named(scale);
    }
}

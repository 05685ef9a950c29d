package dev.taut.cli.option;

import dev.taut.check.CheckedData;
import dev.taut.finding.DidYouMean;
import dev.taut.glmnet.Grid;
import dev.taut.path.Lambdas;
import dev.taut.scale.Scale;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Rescaled;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** In whose terms {@code --lambda} is given, and whose conventions hold. */
public final class ScaleOptions {
    private static final String OWN = "taut";
    private static final String GLMNET = "glmnet";

    @Option(
            names = "--lambda-scale",
            paramLabel = "LIB",
            defaultValue = OWN,
            description = "whose λ that is: glmnet, sklearn, spark …")
    private String scale = OWN;

    @Option(
            names = "--compat",
            paramLabel = "LIB",
            defaultValue = OWN,
            description = {
                "whose conventions hold: taut or glmnet",
                "for its grid, units of λ, penalty factors, early end and folds"
            })
    private String compat = OWN;

    /** Refuses a library that is not known, one without a λ to read, or C where glmnet's λ holds. */
    public void check(boolean given, boolean inverseGiven) {
        compat = Usage.choice("--compat", compat, List.of(OWN, GLMNET));
        if (asGlmnet() && !scale.equals(OWN) && !scale.equals(GLMNET)) {
            throw Usage.refuse(
                    "--compat",
                    "`--compat glmnet` reads `--lambda` in glmnet's terms; `--lambda-scale " + scale
                            + "` contradicts it");
        }
        if (asGlmnet() && inverseGiven) {
            throw Usage.refuse("--C", "`--C` is no strength of glmnet, whose conventions `--compat glmnet` asks for");
        }
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

    private boolean asGlmnet() {
        return compat.equals(GLMNET);
    }

    /** Refuses shares of L1 that are compared: their folds would not be the same. */
    public void checkSingle(boolean several) {
        if (asGlmnet() && several) {
            throw Usage.refuse(
                    "--compat", "`--compat glmnet` tunes one `--l1-ratio` at a time", "--l1-ratio 0.5 --compat glmnet");
        }
    }

    /** The plan under the conventions asked for; these λ, in their terms, are visited and no others if there are any. */
    public FitPlan conventions(FitPlan plan, double... only) {
        if (!asGlmnet()) {
            return plan;
        }
        Lambdas asked = plan.linear().settings().lambdas();
        if (asked.count() < Grid.LEAST) {
            throw Usage.refuse(
                    "--lambdas",
                    "`--compat glmnet` walks a grid of at least " + Grid.LEAST + " λ, not " + asked.count(),
                    "--lambdas " + Grid.LEAST);
        }
        Grid grid = only.length > 0 ? Grid.of(only) : new Grid(asked.count(), asked.minRatio(), new double[0], 0);
        return plan.linear(plan.linear().asGlmnet(grid));
    }

    /** The plan with its λ, and its share of L1, in Taut's terms. */
    public FitPlan read(FitPlan plan, CheckedData checked) {
        if (asGlmnet() || scale.equals(OWN)) {
            return plan;
        }
        Rescaled rescaled = Rescaled.of(plan, checked, chosen(), plan.lambda().orElseThrow());
        return plan.linear(plan.linear().penalty(rescaled.penalty()))
                .lambda(rescaled.lambdas().get(0));
    }

    /** The plan of a path with the λ it is to visit, and its share of L1, in Taut's terms. */
    public FitPlan readPath(FitPlan plan, CheckedData checked, double[] given) {
        if (asGlmnet() || scale.equals(OWN)) {
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

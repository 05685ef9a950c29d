package dev.taut.tuning;

import dev.taut.Linear;
import dev.taut.check.CheckedData;
import dev.taut.data.Dataset;
import dev.taut.loss.Losses;
import dev.taut.recipe.Targets;
import java.util.Arrays;
import java.util.Set;

/**
 * λ = 1/(W·C), W being the weight of the training rows: C·Σ wᵢℓᵢ + penalty is W·C times (1/W)·Σ wᵢℓᵢ + λ·penalty (Fan et al.
 * 2008, equation 1).
 */
public final class InverseStrength {
    /** The losses whose strength is written as C elsewhere. */
    private static final Set<String> USUAL = Set.of("logistic", "hinge", "squared_hinge", "svr", "squared_svr");

    private InverseStrength() {}

    /** Whether the strength of such a penalised loss is usually written as C. */
    public static boolean isUsual(Linear spec, Dataset data) {
        return USUAL.contains(Losses.family(spec.loss(data).name())) && !Tuned.isUnpenalised(spec);
    }

    /** λ of every C &gt; 0, in the order given, for the rows that the plan does not hold out. */
    public static double[] lambdas(FitPlan plan, CheckedData checked, double... cs) {
        double weight =
                Arrays.stream(Targets.weights(Setup.of(checked, plan).train())).sum();
        return Arrays.stream(cs).map(c -> 1 / (weight * c)).toArray();
    }
}

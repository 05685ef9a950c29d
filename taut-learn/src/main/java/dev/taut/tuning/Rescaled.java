package dev.taut.tuning;

import dev.taut.Linear;
import dev.taut.check.CheckedData;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.penalty.ElasticNet;
import dev.taut.penalty.Penalty;
import dev.taut.scale.Circumstances;
import dev.taut.scale.Equivalent;
import dev.taut.scale.Scale;
import dev.taut.scale.Strength;
import dev.taut.scale.Translation;
import java.util.Arrays;
import java.util.List;

/**
 * Strengths given in the terms of another library, for the training rows of a plan: λ, and with it l1Ratio, where the
 * library's share of L1 is not Taut's.
 *
 * @param lambdas in Taut's terms, in the order given
 * @param penalty the plan's penalty with the share of L1 that they mean
 */
public record Rescaled(List<Double> lambdas, Penalty penalty) {
    public Rescaled {
        lambdas = List.copyOf(lambdas);
    }

    /**
     * Reads values in a library's terms; l1Ratio, too, is read as its share of L1.
     *
     * @throws Refused if the library has no equivalent, or asks for more than one strength (T0001)
     */
    public static Rescaled of(FitPlan plan, CheckedData checked, Scale scale, double... values) {
        Linear linear = plan.linear();
        if (!Surroundings.translatable(linear)) {
            throw refused(scale, "its λ is translated for ridge, lasso and enet only");
        }
        Setup setup = Setup.of(checked, plan);
        Circumstances circumstances = Surroundings.of(
                linear,
                setup.train(),
                setup.targets(),
                linear.on(setup.train(), setup.targets()).problem().features());
        Penalty shape = linear.settings().penalty().shape();
        double share = shape instanceof ElasticNet net ? net.l1Ratio() : 0;
        Equivalent equivalent = scale.under(circumstances, share);
        if (equivalent instanceof Equivalent.None none) {
            throw refused(scale, none.why());
        }
        Translation translation = (Translation) equivalent;
        List<Strength> strengths = Arrays.stream(values)
                .mapToObj(value -> strength(scale, translation, value, share))
                .toList();
        double ratio = strengths.stream()
                .mapToDouble(Strength::l1Ratio)
                .filter(r -> r != share)
                .findFirst()
                .orElse(share);
        return new Rescaled(
                strengths.stream().map(Strength::lambda).toList(),
                shape.equals(Penalty.none())
                        ? linear.settings().penalty()
                        : linear.settings().penalty().reshaped(Penalty.elasticNet(ratio)));
    }

    private static Strength strength(Scale scale, Translation translation, double value, double share) {
        try {
            return switch (translation.names().size()) {
                case 1 -> translation.strength(value);
                default -> {
                    if (!translation.asksForShare()) {
                        throw refused(scale, "asks for two strengths, " + String.join(" and ", translation.names()));
                    }
                    yield translation.strength(value, share);
                }
            };
        } catch (IllegalArgumentException e) {
            throw refused(scale, "does not take this: " + e.getMessage());
        }
    }

    private static Refused refused(Scale scale, String why) {
        return new Refused(Finding.of(
                        Code.USAGE,
                        "--lambda-scale",
                        "`--lambda-scale " + scale.word() + "`: " + scale.title() + " " + why)
                .help("give --lambda in Taut's own terms: taut explain lambda"));
    }
}

package dev.taut.summary;

import dev.taut.Linear;
import dev.taut.LinearPath;
import dev.taut.data.Dataset;
import dev.taut.design.Feature;
import dev.taut.design.Features;
import dev.taut.loss.Loss;
import dev.taut.penalty.ElasticNet;
import dev.taut.penalty.Penalty;
import dev.taut.run.Elsewhere;
import dev.taut.run.Objective;
import dev.taut.scale.Circumstances;
import dev.taut.scale.Equivalent;
import dev.taut.scale.Scale;
import dev.taut.scale.Strength;
import dev.taut.scale.Translation;
import dev.taut.tuning.Figures;
import dev.taut.tuning.Surroundings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The objective in words and as a formula with its numbers. */
public final class Objectives {
    private Objectives() {}

    /** Of a fit to these rows. */
    public static Objective of(LinearPath fitted, Dataset train, double lambda) {
        Linear spec = fitted.spec();
        Loss loss = spec.loss(train);
        Penalty penalty = spec.settings().penalty();
        double ratio = l1Ratio(penalty);
        boolean words = spec.settings().standardize()
                && fitted.path().features().list().stream().anyMatch(Feature::shared);
        return new Objective(
                train.task().word(),
                loss.name(),
                penalty.name(),
                ratio,
                spec.settings().standardize(),
                spec.hasIntercept(train),
                formula(spec, loss, train.rows(), penalty.formula(), lambda)
                        + (words ? ", the words of a text together" : ""),
                spec.glmnet().isPresent() ? "glmnet" : "taut",
                // No other library scales words together, or leaves the main effects of interactions free.
                !words && fitted.recipe().crossings().isEmpty() && Surroundings.translatable(spec)
                        ? elsewhere(
                                fitted, spec, train, new Strength(penalty.name().equals("none") ? 0 : lambda, ratio))
                        : List.of());
    }

    private static List<Elsewhere> elsewhere(LinearPath fitted, Linear spec, Dataset train, Strength strength) {
        Circumstances circumstances =
                Surroundings.of(spec, train, fitted.targets(), fitted.path().features());
        return Arrays.stream(Scale.values())
                .map(scale -> elsewhere(scale, circumstances, strength))
                .toList();
    }

    private static Elsewhere elsewhere(Scale scale, Circumstances circumstances, Strength strength) {
        Equivalent equivalent = scale.under(circumstances, strength.l1Ratio());
        if (equivalent instanceof Equivalent.None none) {
            return new Elsewhere(scale.title(), List.of(), "", none.why());
        }
        Translation translation = (Translation) equivalent;
        double[] numbers = translation.numbers(strength);
        return new Elsewhere(
                scale.title(),
                IntStream.range(0, numbers.length)
                        .mapToObj(k -> new Elsewhere.Number(translation.names().get(k), numbers[k]))
                        .toList(),
                translation.call(strength),
                "");
    }

    /** The share of L1, or of what else keeps coefficients at zero; 0 without a penalty. */
    public static double l1Ratio(Penalty penalty) {
        if (penalty.shape() instanceof ElasticNet net) {
            return net.l1Ratio();
        }
        return penalty.shape().at(1, Features.numbered(1)).hasZeros() ? 1 : 0;
    }

    private static String shape(Loss loss, String eta) {
        return "ℓ(yᵢ, ηᵢ), ℓ(y, η) = " + loss.formula() + ", ηᵢ = " + eta;
    }

    private static String formula(Linear spec, Loss loss, int rows, String penalty, double lambda) {
        String eta = (spec.settings().intercept() && loss.hasIntercept() ? "β₀ + " : "") + "xᵢᵀβ";
        String mean = "(1/" + rows + ") Σ ";
        String residual = "(yᵢ − " + eta.replace("β₀ + ", "β₀ − ") + ")²";
        String text = "minimise "
                + switch (loss.name()) {
                    case "squared" -> mean + "½" + residual;
                    case "sqrt" -> "√[" + mean + residual + "]";
                    case "multinomial" -> mean + shape(loss, eta) + " per class";
                    default -> mean + shape(loss, eta);
                };
        if (!penalty.isEmpty()) {
            text += " + " + penalty.replace("λ", Figures.of(lambda));
        }
        return text + (spec.settings().standardize() ? "   (columns scaled to sd 1)" : "");
    }
}

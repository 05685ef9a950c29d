package dev.taut.summary;

import dev.taut.Linear;
import dev.taut.data.Dataset;
import dev.taut.design.Features;
import dev.taut.loss.Loss;
import dev.taut.penalty.ElasticNet;
import dev.taut.penalty.Penalty;
import dev.taut.run.Objective;
import dev.taut.tuning.Figures;

/** The objective in words and as a formula with its numbers. */
public final class Objectives {
    private Objectives() {}

    public static Objective of(Linear spec, Dataset train, double lambda) {
        Loss loss = spec.loss(train);
        Penalty penalty = spec.settings().penalty();
        double ratio = l1Ratio(penalty);
        return new Objective(
                train.task().word(),
                loss.name(),
                penalty.name(),
                ratio,
                spec.settings().standardize(),
                spec.hasIntercept(train),
                formula(spec, loss, train.rows(), penalty.formula(), lambda));
    }

    /** The share of L1, or of what else keeps coefficients at zero; 0 without a penalty. */
    public static double l1Ratio(Penalty penalty) {
        if (penalty.shape() instanceof ElasticNet net) {
            return net.l1Ratio();
        }
        return penalty.shape().at(1, Features.numbered(1)).hasZeros() ? 1 : 0;
    }

    private static String formula(Linear spec, Loss loss, int rows, String penalty, double lambda) {
        boolean many = loss.name().equals("multinomial");
        String eta = (spec.settings().intercept() && loss.hasIntercept() ? "β₀ + " : "") + "xᵢᵀβ";
        String text = "minimise (1/" + rows + ") Σ "
                + (loss.name().equals("squared")
                        ? "½(yᵢ − " + eta.replace("β₀ + ", "β₀ − ") + ")²"
                        : "ℓ(yᵢ, ηᵢ), ℓ(y, η) = " + loss.formula() + ", ηᵢ = " + eta + (many ? " per class" : ""));
        if (!penalty.isEmpty()) {
            text += " + " + penalty.replace("λ", Figures.of(lambda));
        }
        return text + (spec.settings().standardize() ? "   (columns scaled to sd 1)" : "");
    }
}

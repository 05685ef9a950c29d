package dev.taut.summary;

import dev.taut.Linear;
import dev.taut.data.Dataset;
import dev.taut.loss.SmoothLoss;
import dev.taut.penalty.ElasticNet;
import dev.taut.penalty.Penalty;
import dev.taut.run.Objective;
import dev.taut.tuning.Figures;

/** The objective in words and as a formula with its numbers. */
public final class Objectives {
    private Objectives() {}

    public static Objective of(Linear spec, Dataset train, double lambda) {
        SmoothLoss loss = spec.loss(train);
        Penalty penalty = spec.settings().penalty();
        double ratio = l1Ratio(penalty);
        return new Objective(
                train.task().word(),
                loss.name(),
                penalty.name(),
                ratio,
                spec.settings().standardize(),
                spec.settings().intercept(),
                formula(spec, loss, train.rows(), penalty.name(), ratio, lambda));
    }

    /** The share of L1; 0 without a penalty. */
    public static double l1Ratio(Penalty penalty) {
        return penalty.shape() instanceof ElasticNet net ? net.l1Ratio() : 0;
    }

    private static String formula(Linear spec, SmoothLoss loss, int rows, String penalty, double ratio, double lambda) {
        boolean many = loss.name().equals("multinomial");
        String eta = (spec.settings().intercept() ? "β₀ + " : "") + "xᵢᵀβ";
        String text = "minimise (1/" + rows + ") Σ "
                + (loss.name().equals("squared")
                        ? "½(yᵢ − " + eta.replace("β₀ + ", "β₀ − ") + ")²"
                        : "ℓ(yᵢ, ηᵢ), ℓ(y, η) = " + loss.formula() + ", ηᵢ = " + eta + (many ? " per class" : ""));
        if (!penalty.equals("none")) {
            text += " + " + Figures.of(lambda) + " · " + shape(ratio);
        }
        return text + (spec.settings().standardize() ? "   (columns scaled to sd 1)" : "");
    }

    private static String shape(double ratio) {
        if (ratio == 1) {
            return "‖β‖₁";
        }
        return ratio == 0 ? "½‖β‖₂²" : "[" + Figures.of(ratio) + "·‖β‖₁ + " + Figures.of((1 - ratio) / 2) + "·‖β‖₂²]";
    }
}

package dev.taut.run;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The chosen model.
 *
 * @param lambda       its strength
 * @param knot         index into the path; the knot at exactly this λ
 * @param active       coefficients not exactly zero
 * @param deviance     2 Σ wᵢ (ℓᵢ − ℓᵢ of a perfect fit) over the training rows: the residual sum of squares, or the
 *     residual deviance
 * @param nullDeviance the same without any feature
 * @param intercepts   one per output, on the raw scale; of an ordinal loss the thresholds between neighbouring classes
 * @param coefficients the non-zero ones, largest standardized value first
 * @param leftOut      features with a coefficient of exactly zero that enter at a smaller λ of the path, next in line
 *     first; the first 200
 * @param neverIn      how many features have a coefficient of exactly zero here and at every smaller λ of the path
 */
public record SolutionSummary(
        double lambda,
        int knot,
        int active,
        double deviance,
        double nullDeviance,
        List<Double> intercepts,
        List<CoefficientRow> coefficients,
        List<String> leftOut,
        int neverIn) {

    /**
     * @param output       class name, empty unless multiclass
     * @param raw          change of the linear predictor per unit of the feature
     * @param standardized change per standard deviation
     * @param ratio        exp(raw): odds ratio (logistic) or rate ratio (Poisson); empty otherwise,
     *     and for words that count by their share of a text
     * @param selected     share of the fold fits, at this λ, in which it was not zero; empty without tuning
     */
    public record CoefficientRow(
            String feature,
            String source,
            String output,
            double raw,
            double standardized,
            OptionalDouble ratio,
            OptionalDouble selected) {}
}

package dev.taut.run;

import java.util.List;

/**
 * The regularization path, strongest λ first.
 *
 * @param features the features drawn: those with the largest standardized coefficients, at most 60, in design order
 * @param omitted  features of the design that are not drawn
 * @param designColumns all columns of the design
 * @param outputs  class names for a multiclass model, a single empty string otherwise
 * @param lambdaMax the smallest λ at which every penalised coefficient is zero
 * @param ended    {@code complete}, or why the path ended early, in one sentence
 * @param plan     how it was computed (the solver chosen and why), one sentence
 * @param knots    one entry per λ
 */
public record PathSummary(
        List<PathFeature> features,
        int omitted,
        int designColumns,
        List<String> outputs,
        double lambdaMax,
        String ended,
        String plan,
        List<KnotSummary> knots) {

    /** A column of the design; a raw coefficient is the standardized one divided by {@code scale}. */
    public record PathFeature(String name, String source, double center, double scale) {}

    /**
     * One knot.
     *
     * @param active            coefficients that are not exactly zero (all outputs, intercept not counted)
     * @param devianceExplained 1 − deviance/null deviance on the training rows (R² for squared loss)
     * @param l1Norm            Σ|βⱼ| of the standardized coefficients
     * @param standardized      {@code [output][feature]} for the features drawn
     * @param enters            features that became active since the previous knot
     * @param leaves            features that became zero since the previous knot
     */
    public record KnotSummary(
            double lambda,
            int active,
            double devianceExplained,
            double l1Norm,
            CertificateSummary certificate,
            List<List<Double>> standardized,
            List<String> enters,
            List<String> leaves) {}

    /**
     * Evidence of optimality: objective − gap is a proved lower bound of the minimum.
     *
     * @param relativeGap gap divided by the null model's objective
     * @param violation   largest distance of a coordinate from its optimality condition
     * @param epochs      passes over the columns
     * @param converged   whether the asked gap was reached
     */
    public record CertificateSummary(
            double objective, double relativeGap, double violation, int epochs, boolean converged) {}
}

package dev.taut.loss;

/** What a model of ordered classes says beside its coefficients. */
public final class ProportionalOdds {
    private ProportionalOdds() {}

    /**
     * The thresholds that go with linear predictors, ascending, one fewer than classes: P(class ≤ k) = σ(θₖ − η). Two are equal where
     * no row is of the class between them; the outermost are infinite where the first or last class has no row.
     *
     * @param eta one linear predictor per row
     */
    public static double[] thresholds(Target.Classes target, double[] weights, double[] eta) {
        OrdinalDatafit fit = new OrdinalLoss().on(target, weights);
        double[] between = new OrdinalState(fit, eta).thresholds();
        double[] all = new double[target.count() - 1];
        int passed = 0;
        for (int k = 0; k < all.length; k++) {
            passed += passed < fit.present().length && fit.present()[passed] == k ? 1 : 0;
            all[k] = passed == 0
                    ? Double.NEGATIVE_INFINITY
                    : passed > between.length ? Double.POSITIVE_INFINITY : between[passed - 1];
        }
        return all;
    }

    /** The probability of each class for a row. */
    public static double[] probabilities(double eta, double[] thresholds) {
        double[] probabilities = new double[thresholds.length + 1];
        double before = 0;
        for (int k = 0; k < thresholds.length; k++) {
            double upTo = 1 / (1 + Math.exp(eta - thresholds[k]));
            probabilities[k] = upTo - before;
            before = upTo;
        }
        probabilities[thresholds.length] = 1 - before;
        return probabilities;
    }
}

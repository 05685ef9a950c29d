package dev.taut.scale;

/**
 * What a translation depends on besides λ and l1Ratio.
 *
 * @param loss        the name of the loss, for example {@code logistic} or {@code tweedie:1.5}
 * @param sample      rows, weights and target as a whole
 * @param penalised   what is peculiar to single columns
 * @param offset      whether rows have one
 * @param standardize whether the penalty acts on columns scaled to standard deviation 1 (divisor n)
 * @param intercept   whether an unpenalised intercept is fitted
 */
public record Circumstances(
        String loss, Sample sample, Penalised penalised, boolean offset, boolean standardize, boolean intercept) {

    /**
     * The columns of the design.
     *
     * @param columns    how many
     * @param meanFactor mean of their penalty factors
     * @param factors    whether any penalty factor is not 1
     * @param bounds     whether any coefficient is bounded
     */
    public record Penalised(int columns, double meanFactor, boolean factors, boolean bounds) {
        /** All alike. */
        public static Penalised alike(int columns) {
            return new Penalised(columns, 1, false, false);
        }
    }

    /**
     * A sample as a whole.
     *
     * @param rows           n
     * @param weight         Σ wᵢ; n without weights
     * @param squaredWeight  Σ wᵢ²; n without weights
     * @param mean           weighted mean of the numeric target less the offset; 0 for classes
     * @param deviation      its weighted standard deviation, divisor n
     */
    public record Sample(int rows, double weight, double squaredWeight, double mean, double deviation) {
        /** Of a numeric target less the offset, or of zeros for classes. */
        public static Sample of(double[] target, double[] weights) {
            double weight = 0;
            double squaredWeight = 0;
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                weight += weights[i];
                squaredWeight += weights[i] * weights[i];
                sum += weights[i] * target[i];
            }
            double mean = sum / weight;
            double squares = 0;
            for (int i = 0; i < weights.length; i++) {
                squares += weights[i] * (target[i] - mean) * (target[i] - mean);
            }
            return new Sample(weights.length, weight, squaredWeight, mean, Math.sqrt(squares / weight));
        }

        /** Whether every row counts the same. */
        public boolean equalWeights() {
            return Math.abs(squaredWeight * rows - weight * weight) <= 1e-9 * weight * weight;
        }

        /** The root of the weighted mean square of the target. */
        double size() {
            return Math.hypot(mean, deviation);
        }

        /** n/(n − 1): what an unbiased variance is of one with divisor n; for weights, W/(W − Σw²/W). */
        double unbiased() {
            return weight / (weight - squaredWeight / weight);
        }
    }

    /** The part of the loss's name before its parameter. */
    String family() {
        int colon = loss.indexOf(':');
        return colon < 0 ? loss : loss.substring(0, colon);
    }

    /** The parameter in the loss's name. */
    String parameter() {
        return loss.substring(loss.indexOf(':') + 1);
    }

    boolean squared() {
        return loss.equals("squared");
    }

    boolean classes() {
        return loss.equals("logistic") || loss.equals("multinomial");
    }
}

package dev.taut.metric;

import dev.taut.loss.Target;
import java.util.Arrays;

/**
 * Predictions beside what came true, row by row.
 *
 * @param target  n rows
 * @param mean    n predicted means; probabilities of the second class for two classes; K blocks of n probabilities for K
 *                ≥ 3 classes; or decision values, positive for the second class
 * @param weights n case weights ≥ 0 as they were given, ones if none were
 * @param margin  whether the predictions are decision values, of which no probability is known
 */
public record Scored(Target target, double[] mean, double[] weights, boolean margin) {
    /**
     * Checks the shapes.
     *
     * @throws IllegalArgumentException if lengths do not fit, no weight is positive, or a prediction is not a number
     */
    public Scored {
        int rows = target.rows();
        int blocks = target instanceof Target.Classes classes && classes.count() > 2 ? classes.count() : 1;
        if (mean.length != blocks * rows || weights.length != rows) {
            throw new IllegalArgumentException(rows + " rows need " + blocks * rows + " predictions and " + rows
                    + " weights, not " + mean.length + " and " + weights.length);
        }
        for (int i = 0; i < mean.length; i++) {
            if (Double.isNaN(mean[i])) {
                throw new IllegalArgumentException("the prediction of row " + (i % rows + 1) + " is not a number");
            }
        }
        positive(weights);
        mean = mean.clone();
        weights = weights.clone();
    }

    /** Predictions that are means or probabilities. */
    public Scored(Target target, double[] mean, double[] weights) {
        this(target, mean, weights, false);
    }

    private static void positive(double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0) || Double.isInfinite(weights[i])) {
                throw new IllegalArgumentException(
                        "weight " + weights[i] + " in row " + (i + 1) + " is not a finite number ≥ 0");
            }
            sum += weights[i];
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("no row with a positive weight to measure on");
        }
    }

    /** Every row counts once. */
    public static Scored of(Target target, double[] mean) {
        double[] ones = new double[target.rows()];
        Arrays.fill(ones, 1);
        return new Scored(target, mean, ones);
    }

    /** The same rows with other predictions. */
    public Scored with(double[] other) {
        return new Scored(target, other, weights, margin);
    }

    public int rows() {
        return weights.length;
    }

    /** Σwᵢvᵢ / Σwᵢ. */
    public double average(double[] values) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                sum += weights[i] * values[i];
                total += weights[i];
            }
        }
        return sum / total;
    }

    /** The classes; 0 and 1 as numbers count as two classes. */
    Target.Classes classes() {
        if (target instanceof Target.Classes classes) {
            return classes;
        }
        double[] values = target.numbers();
        int[] codes = new int[values.length];
        for (int i = 0; i < codes.length; i++) {
            if (values[i] != 0 && values[i] != 1) {
                throw new IllegalArgumentException("row " + (i + 1) + " is " + values[i] + ", not class 0 or 1");
            }
            codes[i] = (int) values[i];
        }
        return new Target.Classes(codes, 2);
    }

    /**
     * Probabilities of the second class.
     *
     * @throws IllegalArgumentException if there are only decision values
     */
    double[] probabilities(String metric) {
        if (margin) {
            throw new IllegalArgumentException(
                    metric + " needs probabilities, and these predictions are decision values;"
                            + " accuracy, auc and hinge-loss are defined on those");
        }
        return mean;
    }

    /** The most probable class of each row; the first of several equally probable ones. */
    int[] predicted() {
        int rows = rows();
        double threshold = margin ? 0 : 0.5;
        int[] predicted = new int[rows];
        for (int i = 0; i < rows; i++) {
            if (mean.length == rows) {
                predicted[i] = mean[i] > threshold ? 1 : 0;
                continue;
            }
            for (int k = 1; k * rows < mean.length; k++) {
                predicted[i] = mean[k * rows + i] > mean[predicted[i] * rows + i] ? k : predicted[i];
            }
        }
        return predicted;
    }
}

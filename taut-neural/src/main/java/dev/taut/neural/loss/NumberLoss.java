package dev.taut.neural.loss;

import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;

/**
 * Any loss of the lines whose target is one number a row, the very same: squared, Huber, Poisson, gamma, Tweedie and so on.
 *
 * @param shape must be a sum over rows
 */
public record NumberLoss(SmoothLoss shape) implements BatchLoss {
    /** ½(y − η)². */
    public static NumberLoss squared() {
        return new NumberLoss(Losses.squared());
    }

    /** e^η − y·η, for counts. */
    public static NumberLoss poisson() {
        return new NumberLoss(Losses.poisson());
    }

    @Override
    public String name() {
        return shape.name();
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public int targets() {
        return 1;
    }

    @Override
    public double value(float[] eta, float[] y, float[] weights, int rows, float[] gradient) {
        double[] numbers = new double[rows];
        double[] eachWeight = new double[rows];
        double[] predictors = new double[rows];
        double total = 0;
        for (int i = 0; i < rows; i++) {
            numbers[i] = y[i];
            eachWeight[i] = weights[i];
            predictors[i] = eta[i];
            total += weights[i];
        }
        if (total == 0) {
            java.util.Arrays.fill(gradient, 0, rows, 0f);
            return 0;
        }
        // A datafit is a weighted mean: it is brought back to a sum.
        Datafit fit = shape.on(Target.of(numbers), eachWeight);
        double[] slopes = new double[rows];
        fit.gradient(predictors, slopes);
        for (int i = 0; i < rows; i++) {
            gradient[i] = (float) (total * slopes[i]);
        }
        return total * fit.value(predictors);
    }

    @Override
    public double[] means(float[] eta, int rows) {
        double[] means = new double[rows];
        for (int i = 0; i < rows; i++) {
            means[i] = eta[i];
        }
        shape.mean(means, 1);
        return means;
    }
}

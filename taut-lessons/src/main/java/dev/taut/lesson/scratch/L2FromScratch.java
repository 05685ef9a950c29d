package dev.taut.lesson.scratch;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * A straight line with an L2 penalty, by gradient descent, from scratch:
 *
 * <p>minimise (1/n) Σ (bias + weight·xᵢ − yᵢ)² + λ/2 · weight²
 *
 * <p>The bias is not penalised: it says where the line lies, not how steep it is.
 */
public final class L2FromScratch {
    private final double lambda;
    private final double learningRate;
    private final int epochs;
    private double bias;
    private double weight;

    public L2FromScratch(double lambda, double learningRate, int epochs) {
        this.lambda = lambda;
        this.learningRate = learningRate;
        this.epochs = epochs;
    }

    /** Where the descent begins. */
    public void start(double startBias, double startWeight) {
        bias = startBias;
        weight = startWeight;
    }

    /** Takes one step downhill per epoch, and prints the total loss before every hundredth. */
    public void fit(double[] x, double[] y, Consumer<String> print) {
        int n = x.length;
        for (int epoch = 0; epoch < epochs; epoch++) {
            double squares = 0;
            double biasGradient = 0;
            double weightGradient = 0;
            for (int i = 0; i < n; i++) {
                double error = bias + weight * x[i] - y[i];
                squares += error * error;
                biasGradient += error;
                weightGradient += error * x[i];
            }
            double dataLoss = squares / n;
            double penalty = lambda / 2 * weight * weight;
            if (!(dataLoss + penalty < 1e12)) {
                throw new ArithmeticException("the loss has run away at epoch " + epoch);
            }
            if (epoch % 100 == 0) {
                print.accept(String.format(
                        Locale.ROOT,
                        "Epoch: %d Total Loss: %.10f   = data %.10f + penalty %.10f",
                        epoch,
                        dataLoss + penalty,
                        dataLoss,
                        penalty));
            }
            // The gradient of the mean squared error, and for the weight also that of λ/2 · weight², which is λ ·
            // weight.
            bias -= learningRate * 2 / n * biasGradient;
            weight -= learningRate * (2 / (double) n * weightGradient + lambda * weight);
        }
    }

    public double bias() {
        return bias;
    }

    public double weight() {
        return weight;
    }
}

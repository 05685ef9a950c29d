package dev.taut.neural.loss;

/**
 * ℓ(y, η) = −Σ_k y_k·log p_k with p = softmax(η) for three classes or more, one number of target and output per class, and with
 * p = 1/(1 + e^−η) for two, where one number stands for the second class. Targets may lie between classes, as they do when
 * rows are mixed; y may be smoothed to (1 − smoothing)·y + smoothing/K (Szegedy et al. 2016).
 *
 * @param classes   K ≥ 2
 * @param smoothing in [0, 1)
 */
public record ClassLoss(int classes, double smoothing) implements BatchLoss {
    public ClassLoss {
        if (classes < 2) {
            throw new IllegalArgumentException("there must be two classes or more, not " + classes);
        }
        if (!(smoothing >= 0 && smoothing < 1)) {
            throw new IllegalArgumentException("label smoothing lies in [0, 1), not " + smoothing);
        }
    }

    public static ClassLoss of(int classes) {
        return new ClassLoss(classes, 0);
    }

    @Override
    public String name() {
        return classes == 2 ? "logistic" : "multinomial";
    }

    @Override
    public int outputs() {
        return classes == 2 ? 1 : classes;
    }

    @Override
    public int targets() {
        return outputs();
    }

    @Override
    public double value(float[] eta, float[] y, float[] weights, int rows, float[] gradient) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += classes == 2 ? two(eta, y, weights[i], i, gradient) : several(eta, y, weights[i], i, gradient);
        }
        return sum;
    }

    /** log(1 + e^η) − y·η. */
    private double two(float[] eta, float[] y, float weight, int i, float[] gradient) {
        double target = (1 - smoothing) * y[i] + smoothing / 2;
        double z = eta[i];
        gradient[i] = (float) (weight * (1 / (1 + Math.exp(-z)) - target));
        return weight * (Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - target * z);
    }

    /** log Σ e^η_k − Σ y_k·η_k, for Σ y_k = 1. */
    private double several(float[] eta, float[] y, float weight, int i, float[] gradient) {
        int at = i * classes;
        double log = logSum(eta, at);
        double along = 0;
        for (int k = at; k < at + classes; k++) {
            double target = (1 - smoothing) * y[k] + smoothing / classes;
            along += target * eta[k];
            gradient[k] = (float) (weight * (Math.exp(eta[k] - log) - target));
        }
        return weight * (log - along);
    }

    /** log Σ e^η_k, without overflow. */
    private double logSum(float[] eta, int at) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = at; k < at + classes; k++) {
            largest = Math.max(largest, eta[k]);
        }
        double sum = 0;
        for (int k = at; k < at + classes; k++) {
            sum += Math.exp(eta[k] - largest);
        }
        return largest + Math.log(sum);
    }

    @Override
    public double[] means(float[] eta, int rows) {
        double[] means = new double[rows * outputs()];
        for (int i = 0; i < rows; i++) {
            if (classes == 2) {
                means[i] = 1 / (1 + Math.exp(-eta[i]));
                continue;
            }
            double log = logSum(eta, i * classes);
            for (int k = 0; k < classes; k++) {
                means[k * rows + i] = Math.exp(eta[i * classes + k] - log);
            }
        }
        return means;
    }
}

package dev.taut.lesson.scratch;

/**
 * A linear model with an L1 or elastic net penalty, by gradient descent, from scratch:
 *
 * <p>minimise (1/n) Σ (bias + Σⱼ weightⱼ·xᵢⱼ − yᵢ)² + λ · Σⱼ ( l1Ratio·|weightⱼ| + (1 − l1Ratio)/2 · weightⱼ² )
 *
 * <p>|weight| has a corner at zero, where it has no gradient. The two ways to step over it are the two methods below: the
 * subgradient picks a slope there and walks on; the soft threshold solves the corner exactly.
 */
public final class L1FromScratch {
    private final double lambda;
    private final double l1Ratio;
    private final double[][] x;
    private final double[] y;
    private final double[] weights;
    private double bias;

    /** @param x one array per column */
    public L1FromScratch(double lambda, double l1Ratio, double[][] x, double[] y) {
        this.lambda = lambda;
        this.l1Ratio = l1Ratio;
        this.x = x;
        this.y = y;
        this.weights = new double[x.length];
    }

    /** Where the descent begins. */
    public void start(double startBias, double... startWeights) {
        bias = startBias;
        System.arraycopy(startWeights, 0, weights, 0, weights.length);
    }

    /** weight ← weight − rate · (gradient + λ·l1Ratio·sign(weight)): hits zero only by accident. */
    public void subgradientStep(double learningRate) {
        double[] errors = errors();
        bias -= learningRate * 2 * mean(errors);
        for (int j = 0; j < weights.length; j++) {
            double gradient = smoothGradient(j, errors);
            weights[j] -= learningRate * (gradient + lambda * l1Ratio * Math.signum(weights[j]));
        }
    }

    /** weight ← softThreshold(weight − rate · gradient, rate · λ·l1Ratio): exactly zero where the data do not object. */
    public void softThresholdStep(double learningRate) {
        double[] errors = errors();
        bias -= learningRate * 2 * mean(errors);
        for (int j = 0; j < weights.length; j++) {
            double moved = weights[j] - learningRate * smoothGradient(j, errors);
            weights[j] = softThreshold(moved, learningRate * lambda * l1Ratio);
        }
    }

    /** The number of size max(|v| − t, 0) with the sign of v: argmin over w of (w − v)²/2 + t·|w|. */
    public static double softThreshold(double v, double t) {
        return Math.abs(v) <= t ? 0 : v - Math.copySign(t, v);
    }

    /** The gradient of everything but λ·l1Ratio·|weight|. */
    private double smoothGradient(int j, double[] errors) {
        double product = 0;
        for (int i = 0; i < errors.length; i++) {
            product += errors[i] * x[j][i];
        }
        return 2 * product / errors.length + lambda * (1 - l1Ratio) * weights[j];
    }

    private double[] errors() {
        double[] errors = new double[y.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = bias - y[i];
            for (int j = 0; j < weights.length; j++) {
                errors[i] += weights[j] * x[j][i];
            }
        }
        return errors;
    }

    /** Data loss and penalty. */
    public double totalLoss() {
        double squares = 0;
        for (double error : errors()) {
            squares += error * error;
        }
        double penalty = 0;
        for (double w : weights) {
            penalty += l1Ratio * Math.abs(w) + (1 - l1Ratio) / 2 * w * w;
        }
        return squares / y.length + lambda * penalty;
    }

    public double bias() {
        return bias;
    }

    public double[] weights() {
        return weights.clone();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}

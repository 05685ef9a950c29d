package dev.taut.neural.layer;

import java.util.List;

/** Layers on a few random rows: what they answer, their gradients, and the same gradients by differences. */
final class Bench {
    static final int ROWS = 5;

    final Layout layout = new Layout();
    final Chain chain;
    final Shape input;
    final float[] theta;
    final float[] x;
    private final float[] weights;
    private final Noise noise;

    Bench(Shape input, Layer... layers) {
        this.input = input;
        chain = Chain.of(List.of(layers), input, layout, ROWS);
        noise = Noise.of(3);
        theta = layout.initial(noise.child("theta"));
        for (int i = 0; i < theta.length; i++) {
            theta[i] += 0.3f * (float) noise.child("shift").normal(i);
        }
        x = spread(ROWS * input.size(), noise.child("x"));
        weights = spread(ROWS * chain.output().size(), noise.child("weights"));
    }

    /** Distinct numbers around zero, none of them near it or near another: functions with corners have none nearby. */
    private static float[] spread(int length, Noise noise) {
        float[] values = new float[length];
        int[] ranks = noise.permutation(length);
        for (int i = 0; i < length; i++) {
            float value = 3f * (ranks[i] + 0.5f) / length - 1.5f;
            values[i] = value + Math.copySign(0.1f, value);
        }
        return values;
    }

    Pass training(float[] parameters, float[] gradient) {
        return new Pass(parameters, gradient, ROWS, true, 1, noise.child("pass"), 0);
    }

    float[] forward(float[] parameters, float[] rows) {
        float[] y = chain.forward(training(parameters, new float[parameters.length]), rows.clone());
        return java.util.Arrays.copyOf(y, ROWS * chain.output().size());
    }

    float[] predict() {
        float[] y = chain.forward(Pass.prediction(theta, ROWS), x.clone());
        return java.util.Arrays.copyOf(y, ROWS * chain.output().size());
    }

    /** Σ weightsᵢ·yᵢ. */
    private double value(float[] parameters, float[] rows) {
        float[] y = forward(parameters, rows);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += (double) weights[i] * y[i];
        }
        return sum;
    }

    /** The gradient of the parameters, then that of the rows. */
    List<float[]> gradients() {
        float[] gradient = new float[theta.length];
        Pass pass = training(theta, gradient);
        chain.forward(pass, x.clone());
        for (Slot slot : layout.slots()) {
            if (slot.part() == Part.STATISTIC) {
                java.util.Arrays.fill(gradient, slot.from(), slot.to(), 0f);
            }
        }
        float[] dx = chain.backward(pass, weights.clone(), true);
        return List.of(gradient, java.util.Arrays.copyOf(dx, x.length));
    }

    /** ∂/∂θᵢ by central differences with steps h and h/2, extrapolated: the error is of order h⁴. */
    double difference(boolean ofRows, int i, float h) {
        return (4 * central(ofRows, i, h / 2) - central(ofRows, i, h)) / 3;
    }

    private double central(boolean ofRows, int i, float h) {
        float[] moved = (ofRows ? x : theta).clone();
        float at = moved[i];
        moved[i] = at + h;
        double above = ofRows ? value(theta, moved) : value(moved, x);
        double width = moved[i];
        moved[i] = at - h;
        double below = ofRows ? value(theta, moved) : value(moved, x);
        return (above - below) / (width - moved[i]);
    }
}

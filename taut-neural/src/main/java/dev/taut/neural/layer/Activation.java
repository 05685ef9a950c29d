package dev.taut.neural.layer;

import dev.taut.kernel.Floats;

/** A function of every number for itself. */
public enum Activation implements Layer {
    /** max(x, 0). */
    RELU,
    /** x where x &gt; 0, else x/100. */
    LEAKY_RELU,
    /** x where x &gt; 0, else eˣ − 1. */
    ELU,
    /** x·Φ(x), with the tanh form of Φ (Hendrycks and Gimpel 2016). */
    GELU,
    /** x/(1 + e⁻ˣ). */
    SILU,
    /** tanh x. */
    TANH,
    /** 1/(1 + e⁻ˣ). */
    SIGMOID,
    /** log(1 + eˣ). */
    SOFTPLUS;

    private static final double GELU_SCALE = Math.sqrt(2 / Math.PI);
    private static final double GELU_CUBE = 0.044715;

    @Override
    public String layerName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public Op op(Shape input, Layout layout, int rows) {
        return this == RELU ? new Rectifier(input) : new At(this, input, rows);
    }

    double value(double x) {
        return switch (this) {
            case RELU -> Math.max(x, 0);
            case LEAKY_RELU -> x > 0 ? x : x / 100;
            case ELU -> x > 0 ? x : Math.expm1(x);
            case GELU -> x / 2 * (1 + Math.tanh(gelu(x)));
            case SILU -> x * sigmoid(x);
            case TANH -> Math.tanh(x);
            case SIGMOID -> sigmoid(x);
            case SOFTPLUS -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
        };
    }

    /** The derivative at x, where the value is y. */
    double slope(double x, double y) {
        return switch (this) {
            case RELU -> x > 0 ? 1 : 0;
            case LEAKY_RELU -> x > 0 ? 1 : 0.01;
            case ELU -> x > 0 ? 1 : y + 1;
            case GELU -> {
                double t = Math.tanh(gelu(x));
                yield (1 + t) / 2 + x / 2 * (1 - t * t) * GELU_SCALE * (1 + 3 * GELU_CUBE * x * x);
            }
            case SILU -> {
                double s = sigmoid(x);
                yield s + y * (1 - s);
            }
            case TANH -> 1 - y * y;
            case SIGMOID -> y * (1 - y);
            case SOFTPLUS -> sigmoid(x);
        };
    }

    private static double gelu(double x) {
        return GELU_SCALE * (x + GELU_CUBE * x * x * x);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** In place: what comes out positive went in as it is. */
    private static final class Rectifier extends Op {
        private float[] y = new float[0];

        Rectifier(Shape shape) {
            super(shape);
        }

        @Override
        public float[] forward(Pass pass, float[] x) {
            y = x;
            Floats.rectify(x, y, pass.rows() * output().size());
            return y;
        }

        @Override
        public float[] backward(Pass pass, float[] dy, boolean wanted) {
            Floats.rectifyBack(y, dy, dy, pass.rows() * output().size());
            return dy;
        }

        @Override
        public boolean overwrites() {
            return true;
        }
    }

    /** Slopes are found on the way forward, so that what comes out may be overwritten by what follows. */
    private static final class At extends Op {
        private final Activation function;
        private final float[] y;
        private final float[] slopes;

        At(Activation function, Shape shape, int rows) {
            super(shape);
            this.function = function;
            y = new float[rows * shape.size()];
            slopes = new float[y.length];
        }

        @Override
        public float[] forward(Pass pass, float[] x) {
            for (int i = 0; i < pass.rows() * output().size(); i++) {
                double value = function.value(x[i]);
                y[i] = (float) value;
                if (pass.training()) {
                    slopes[i] = (float) function.slope(x[i], value);
                }
            }
            return y;
        }

        @Override
        public float[] backward(Pass pass, float[] dy, boolean wanted) {
            for (int i = 0; i < pass.rows() * output().size(); i++) {
                dy[i] *= slopes[i];
            }
            return dy;
        }
    }
}

package dev.taut.neural.layer;

import dev.taut.kernel.Floats;
import java.util.Arrays;

/**
 * Every filter at every place of an image: y[place, filter] = Σ window[place]·W[·, filter] + b[filter], as a product of the
 * matrix of all windows with that of all filters.
 *
 * @param filters ≥ 1
 * @param size    of the square window
 * @param stride  between places
 * @param padding at the edges
 * @param bias    whether there is one; before a normalisation it would be of no use
 */
public record Conv2d(int filters, int size, int stride, Padding padding, boolean bias) implements Layer {
    public Conv2d {
        if (filters < 1) {
            throw new IllegalArgumentException("a convolution needs at least one filter, not " + filters);
        }
    }

    /** With zeros at the edges, stride 1 and a bias. */
    public static Conv2d of(int filters, int size) {
        return new Conv2d(filters, size, 1, Padding.SAME, true);
    }

    public Conv2d stride(int pixels) {
        return new Conv2d(filters, size, pixels, padding, bias);
    }

    public Conv2d padding(Padding chosen) {
        return new Conv2d(filters, size, stride, chosen, bias);
    }

    public Conv2d withoutBias() {
        return new Conv2d(filters, size, stride, padding, false);
    }

    @Override
    public String layerName() {
        return "conv " + filters + " " + size + "×" + size + (stride == 1 ? "" : " stride " + stride);
    }

    @Override
    public Op op(Shape input, Layout layout, int rows) {
        Window window = Window.of(input, size, stride, padding);
        String name = layout.name("conv");
        Slot weight = layout.slot(name, Part.WEIGHT, "weight", window.sees(), filters, input.channels(), Init.HE);
        int from = bias
                ? layout.slot(name, Part.BIAS, "bias", 1, filters, Init.ZERO).from()
                : -1;
        return new At(window, weight, from, rows);
    }

    private static final class At extends Op {
        private static final float[] ONE = {1};

        private final Window window;
        private final Slot weight;
        /** Where biases begin, −1 for none. */
        private final int bias;

        private final int filters;
        private final float[] y;
        private final float[] dx;
        private final float[] windows;
        private final float[] turned;
        private float[] x = new float[0];

        At(Window window, Slot weight, int bias, int rows) {
            super(new Shape(window.height(), window.width(), weight.columns()));
            this.window = window;
            this.weight = weight;
            this.bias = bias;
            filters = weight.columns();
            y = new float[rows * output().size()];
            dx = new float[rows * window.input().size()];
            windows = new float[window.places() * window.sees()];
            turned = new float[weight.size()];
        }

        @Override
        public float[] forward(Pass pass, float[] input) {
            x = input;
            int out = output().size();
            if (bias < 0) {
                Arrays.fill(y, 0, pass.rows() * out, 0f);
            }
            for (int i = 0; i < pass.rows(); i++) {
                for (int place = 0; bias >= 0 && place < window.places(); place++) {
                    System.arraycopy(pass.theta(), bias, y, i * out + place * filters, filters);
                }
                int seen = window.sees();
                int at = gathered(i);
                Floats.multiply(
                        window.places(), filters, seen, from(), at, seen, 1, pass.theta(), weight.from(), y, i * out);
            }
            return y;
        }

        /** Where the rows of windows of image i begin in {@link #from}. */
        private int gathered(int i) {
            int at = i * window.input().size();
            if (window.isWholeImage()) {
                return at;
            }
            window.gather(x, at, windows);
            return 0;
        }

        private float[] from() {
            return window.isWholeImage() ? x : windows;
        }

        @Override
        public float[] backward(Pass pass, float[] dy, boolean wanted) {
            int out = output().size();
            int in = window.input().size();
            int seen = window.sees();
            int places = window.places();
            if (wanted) {
                Floats.transpose(pass.theta(), weight.from(), seen, filters, turned);
                Arrays.fill(dx, 0, pass.rows() * in, 0f);
            }
            for (int i = 0; i < pass.rows(); i++) {
                int at = gathered(i);
                Floats.multiply(
                        seen, filters, places, from(), at, 1, seen, dy, i * out, pass.gradient(), weight.from());
                if (wanted) {
                    inputGradient(dy, i * out, i * in);
                }
            }
            if (bias >= 0) {
                Floats.multiply(1, filters, pass.rows() * places, ONE, 0, 0, 0, dy, 0, pass.gradient(), bias);
            }
            return dx;
        }

        private void inputGradient(float[] dy, int from, int to) {
            int seen = window.sees();
            if (window.isWholeImage()) {
                Floats.multiply(window.places(), seen, filters, dy, from, filters, 1, turned, 0, dx, to);
                return;
            }
            Arrays.fill(windows, 0f);
            Floats.multiply(window.places(), seen, filters, dy, from, filters, 1, turned, 0, windows, 0);
            window.scatter(windows, dx, to);
        }
    }
}

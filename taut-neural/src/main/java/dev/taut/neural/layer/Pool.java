package dev.taut.neural.layer;

import dev.taut.kernel.Floats;
import java.util.Arrays;

/**
 * One number per channel from every square window of an image, windows side by side; what is left at the edge is not looked at.
 *
 * @param kind what number
 * @param size of the window, and the distance between two
 */
public record Pool(Kind kind, int size) implements Layer {
    /** What a window becomes. */
    public enum Kind {
        MAX,
        MEAN
    }

    public Pool {
        if (size < 1) {
            throw new IllegalArgumentException("a window needs a positive size, not " + size);
        }
    }

    public static Pool max(int size) {
        return new Pool(Kind.MAX, size);
    }

    public static Pool mean(int size) {
        return new Pool(Kind.MEAN, size);
    }

    @Override
    public String layerName() {
        return (kind == Kind.MAX ? "max" : "mean") + " pool " + size + "×" + size;
    }

    @Override
    public Op op(Shape input, Layout layout, int rows) {
        if (size > input.height() || size > input.width()) {
            throw new IllegalArgumentException("a window of " + size + "×" + size + " does not fit into " + input);
        }
        return kind == Kind.MAX ? new Max(input, size, rows) : new Mean(input, size, rows);
    }

    private static Shape shrunk(Shape input, int size) {
        return new Shape(input.height() / size, input.width() / size, input.channels());
    }

    private static final class Max extends Op {
        private final Shape input;
        private final int size;
        private final float[] y;
        private final float[] dx;
        private final float[] largest;
        private float[] x = new float[0];

        Max(Shape input, int size, int rows) {
            super(shrunk(input, size));
            this.input = input;
            this.size = size;
            y = new float[rows * output().size()];
            dx = new float[rows * input.size()];
            largest = new float[input.channels()];
        }

        @Override
        public float[] forward(Pass pass, float[] given) {
            x = given;
            int line = output().width() * input.channels();
            for (int row = 0; row < pass.rows(); row++) {
                for (int oy = 0; oy < output().height(); oy++) {
                    window(corner(row, oy), (row * output().height() + oy) * line);
                }
            }
            return y;
        }

        private int corner(int row, int oy) {
            return (row * input.height() + oy * size) * input.width() * input.channels();
        }

        /** All windows of one line. */
        private void window(int from, int to) {
            int channels = input.channels();
            for (int ox = 0; ox < output().width(); ox++) {
                int corner = from + ox * size * channels;
                int at = to + ox * channels;
                System.arraycopy(x, corner, y, at, channels);
                for (int k = 1; k < size * size; k++) {
                    Floats.maximum(x, corner + offset(k), y, at, channels);
                }
            }
        }

        private int offset(int k) {
            return (k / size * input.width() + k % size) * input.channels();
        }

        /** The first of equal numbers has it all. What was answered may be overwritten by now: the largest are found again. */
        @Override
        public float[] backward(Pass pass, float[] dy, boolean wanted) {
            int channels = input.channels();
            if (output().height() * size < input.height() || output().width() * size < input.width()) {
                Arrays.fill(dx, 0, pass.rows() * input.size(), 0f);
            }
            int at = 0;
            for (int row = 0; row < pass.rows(); row++) {
                for (int oy = 0; oy < output().height(); oy++) {
                    for (int ox = 0; ox < output().width(); ox++) {
                        spread(dy, corner(row, oy) + ox * size * channels, at);
                        at += channels;
                    }
                }
            }
            return dx;
        }

        private void spread(float[] dy, int corner, int at) {
            int channels = input.channels();
            System.arraycopy(x, corner, largest, 0, channels);
            for (int k = 1; k < size * size; k++) {
                Floats.maximum(x, corner + offset(k), largest, 0, channels);
            }
            for (int k = 0; k < size * size; k++) {
                Floats.takeMaximum(x, corner + offset(k), largest, dy, at, dx, channels);
            }
        }
    }

    private static final class Mean extends Op {
        private final Shape input;
        private final int size;
        private final float[] y;
        private final float[] dx;

        Mean(Shape input, int size, int rows) {
            super(shrunk(input, size));
            this.input = input;
            this.size = size;
            y = new float[rows * output().size()];
            dx = new float[rows * input.size()];
        }

        @Override
        public float[] forward(Pass pass, float[] x) {
            Arrays.fill(y, 0, pass.rows() * output().size(), 0f);
            forEachPixel(pass.rows(), (from, to) -> Floats.axpy(1f / (size * size), x, from, y, to, input.channels()));
            return y;
        }

        @Override
        public float[] backward(Pass pass, float[] dy, boolean wanted) {
            Arrays.fill(dx, 0, pass.rows() * input.size(), 0f);
            forEachPixel(
                    pass.rows(), (from, to) -> Floats.axpy(1f / (size * size), dy, to, dx, from, input.channels()));
            return dx;
        }

        private interface Pixel {
            void at(int from, int to);
        }

        private void forEachPixel(int rows, Pixel pixel) {
            int channels = input.channels();
            Shape out = output();
            for (int row = 0; row < rows; row++) {
                for (int y0 = 0; y0 < out.height() * size; y0++) {
                    for (int x0 = 0; x0 < out.width() * size; x0++) {
                        int from = ((row * input.height() + y0) * input.width() + x0) * channels;
                        int to = ((row * out.height() + y0 / size) * out.width() + x0 / size) * channels;
                        pixel.at(from, to);
                    }
                }
            }
        }
    }
}

package dev.taut.neural.layer;

import dev.taut.kernel.Floats;
import java.util.Arrays;

/** The mean of every channel over the whole image (Lin, Chen and Yan 2014). */
public record GlobalPool() implements Layer {
    @Override
    public String layerName() {
        return "global mean pool";
    }

    @Override
    public Op op(Shape input, Layout layout, int rows) {
        return new At(input, rows);
    }

    private static final class At extends Op {
        private final int pixels;
        private final int channels;
        private final float[] y;
        private final float[] dx;

        At(Shape input, int rows) {
            super(Shape.flat(input.channels()));
            pixels = input.pixels();
            channels = input.channels();
            y = new float[rows * channels];
            dx = new float[rows * input.size()];
        }

        @Override
        public float[] forward(Pass pass, float[] x) {
            Arrays.fill(y, 0, pass.rows() * channels, 0f);
            for (int i = 0; i < pass.rows() * pixels; i++) {
                Floats.axpy(1f / pixels, x, i * channels, y, i / pixels * channels, channels);
            }
            return y;
        }

        @Override
        public float[] backward(Pass pass, float[] dy, boolean wanted) {
            Arrays.fill(dx, 0, pass.rows() * pixels * channels, 0f);
            for (int i = 0; i < pass.rows() * pixels; i++) {
                Floats.axpy(1f / pixels, dy, i / pixels * channels, dx, i * channels, channels);
            }
            return dx;
        }
    }
}

package dev.taut.neural.layer;

/**
 * y = scale·(x − mean)/√(variance + 10⁻⁵) + shift with mean and variance over the channels of one pixel, or over all numbers of a
 * row without pixels (Ba, Kiros and Hinton 2016): the same in training and prediction.
 */
public record LayerNorm() implements Layer {
    @Override
    public String layerName() {
        return "layer norm";
    }

    @Override
    public Op op(Shape input, Layout layout, int rows) {
        String name = layout.name("norm");
        int channels = input.channels();
        return new At(
                input,
                layout.slot(name, Part.SCALE, "scale", 1, channels, Init.ONE).from(),
                layout.slot(name, Part.SHIFT, "shift", 1, channels, Init.ZERO).from(),
                rows);
    }

    private static final class At extends Op {
        private final int channels;
        private final int scale;
        private final int shift;
        private final float[] y;
        private final float[] standard;
        private final float[] inverse;

        At(Shape shape, int scale, int shift, int rows) {
            super(shape);
            channels = shape.channels();
            this.scale = scale;
            this.shift = shift;
            y = new float[rows * shape.size()];
            standard = new float[rows * shape.size()];
            inverse = new float[rows * shape.pixels()];
        }

        @Override
        public float[] forward(Pass pass, float[] x) {
            float[] theta = pass.theta();
            for (int i = 0; i < pass.rows() * output().pixels(); i++) {
                int at = i * channels;
                double mean = 0;
                for (int c = 0; c < channels; c++) {
                    mean += x[at + c];
                }
                mean /= channels;
                double square = 0;
                for (int c = 0; c < channels; c++) {
                    square += (x[at + c] - mean) * (x[at + c] - mean);
                }
                inverse[i] = (float) (1 / Math.sqrt(square / channels + BatchNorm.EPSILON));
                for (int c = 0; c < channels; c++) {
                    standard[at + c] = (x[at + c] - (float) mean) * inverse[i];
                    y[at + c] = standard[at + c] * theta[scale + c] + theta[shift + c];
                }
            }
            return y;
        }

        /** With u = scale·dy, dx = (u − mean(u) − z·mean(u·z))/deviation. */
        @Override
        public float[] backward(Pass pass, float[] dy, boolean wanted) {
            float[] theta = pass.theta();
            float[] gradient = pass.gradient();
            for (int i = 0; i < pass.rows() * output().pixels(); i++) {
                int at = i * channels;
                double sum = 0;
                double product = 0;
                for (int c = 0; c < channels; c++) {
                    gradient[shift + c] += dy[at + c];
                    gradient[scale + c] += dy[at + c] * standard[at + c];
                    dy[at + c] *= theta[scale + c];
                    sum += dy[at + c];
                    product += dy[at + c] * standard[at + c];
                }
                float mean = (float) (sum / channels);
                float along = (float) (product / channels);
                for (int c = 0; c < channels; c++) {
                    dy[at + c] = inverse[i] * (dy[at + c] - mean - standard[at + c] * along);
                }
            }
            return dy;
        }
    }
}

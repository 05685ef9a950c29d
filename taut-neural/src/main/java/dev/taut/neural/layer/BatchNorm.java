package dev.taut.neural.layer;

import java.util.Arrays;

/**
 * y = scale·(x − mean)/√(variance + 10⁻⁵) + shift per channel (Ioffe and Szegedy 2015). In training, mean and variance are those of
 * the shard (ghost batches: Hoffer, Hubara and Soudry 2017), so that they do not depend on the number of threads; in
 * prediction, running means of them.
 */
public record BatchNorm() implements Layer {
    static final double EPSILON = 1e-5;

    @Override
    public String layerName() {
        return "batch norm";
    }

    @Override
    public Op op(Shape input, Layout layout, int rows) {
        String name = layout.name("norm");
        int channels = input.channels();
        return new At(
                input,
                layout.slot(name, Part.SCALE, "scale", 1, channels, Init.ONE).from(),
                layout.slot(name, Part.SHIFT, "shift", 1, channels, Init.ZERO).from(),
                layout.slot(name, Part.STATISTIC, "mean", 1, channels, Init.ZERO)
                        .from(),
                layout.slot(name, Part.STATISTIC, "variance", 1, channels, Init.ONE)
                        .from(),
                rows);
    }

    private static final class At extends Op {
        private final int channels;
        private final int scale;
        private final int shift;
        private final int mean;
        private final int variance;
        private final float[] y;
        /** (x − mean)/deviation. */
        private final float[] standard;

        private final double[] sums;
        private final double[] squares;
        private final float[] factor;
        private final float[] offset;
        private final float[] inverse;

        At(Shape shape, int scale, int shift, int mean, int variance, int rows) {
            super(shape);
            channels = shape.channels();
            this.scale = scale;
            this.shift = shift;
            this.mean = mean;
            this.variance = variance;
            y = new float[rows * shape.size()];
            standard = new float[rows * shape.size()];
            sums = new double[channels];
            squares = new double[channels];
            factor = new float[channels];
            offset = new float[channels];
            inverse = new float[channels];
        }

        @Override
        public float[] forward(Pass pass, float[] x) {
            int pixels = pass.rows() * output().pixels();
            if (pass.training()) {
                ofShard(pass, x, pixels);
            } else {
                for (int c = 0; c < channels; c++) {
                    sums[c] = pass.theta()[mean + c];
                    squares[c] = pass.theta()[variance + c];
                }
            }
            for (int c = 0; c < channels; c++) {
                inverse[c] = (float) (1 / Math.sqrt(squares[c] + EPSILON));
                offset[c] = (float) sums[c];
                factor[c] = pass.theta()[scale + c];
            }
            for (int i = 0; i < pixels; i++) {
                int at = i * channels;
                for (int c = 0; c < channels; c++) {
                    float z = (x[at + c] - offset[c]) * inverse[c];
                    standard[at + c] = z;
                    y[at + c] = z * factor[c] + pass.theta()[shift + c];
                }
            }
            return y;
        }

        /** Mean and variance of the shard; the running variance is that of a sample, over pixels − 1. */
        private void ofShard(Pass pass, float[] x, int pixels) {
            Arrays.fill(sums, 0);
            Arrays.fill(squares, 0);
            for (int i = 0; i < pixels; i++) {
                for (int c = 0; c < channels; c++) {
                    sums[c] += x[i * channels + c];
                }
            }
            for (int c = 0; c < channels; c++) {
                sums[c] /= pixels;
            }
            for (int i = 0; i < pixels; i++) {
                for (int c = 0; c < channels; c++) {
                    double d = x[i * channels + c] - sums[c];
                    squares[c] += d * d;
                }
            }
            for (int c = 0; c < channels; c++) {
                pass.gradient()[mean + c] += pass.share() * (float) sums[c];
                pass.gradient()[variance + c] += pass.share() * (float) (squares[c] / Math.max(1, pixels - 1));
                squares[c] /= pixels;
            }
        }

        /** dx = scale/deviation · (dy − mean(dy) − z·mean(dy·z)). */
        @Override
        public float[] backward(Pass pass, float[] dy, boolean wanted) {
            int pixels = pass.rows() * output().pixels();
            Arrays.fill(sums, 0);
            Arrays.fill(squares, 0);
            for (int i = 0; i < pixels; i++) {
                int at = i * channels;
                for (int c = 0; c < channels; c++) {
                    sums[c] += dy[at + c];
                    squares[c] += dy[at + c] * standard[at + c];
                }
            }
            for (int c = 0; c < channels; c++) {
                pass.gradient()[shift + c] += (float) sums[c];
                pass.gradient()[scale + c] += (float) squares[c];
                offset[c] = (float) (sums[c] / pixels);
                factor[c] = (float) (squares[c] / pixels);
                inverse[c] *= pass.theta()[scale + c];
            }
            for (int i = 0; wanted && i < pixels; i++) {
                int at = i * channels;
                for (int c = 0; c < channels; c++) {
                    dy[at + c] = inverse[c] * (dy[at + c] - offset[c] - standard[at + c] * factor[c]);
                }
            }
            return dy;
        }
    }
}

package dev.taut.neural.layer;

import dev.taut.kernel.Floats;
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
        private static final float[] ONE = {1};

        private final int channels;
        private final int scale;
        private final int shift;
        private final int mean;
        private final int variance;
        private final float[] y;
        /** (x − mean)/deviation. */
        private final float[] standard;

        private final float[] part;
        private final double[] first;
        private final double[] second;
        private final float[] inverse;
        private final float[] factor;
        private final float[] offset;
        private final float[] zero;

        At(Shape shape, int scale, int shift, int mean, int variance, int rows) {
            super(shape);
            channels = shape.channels();
            this.scale = scale;
            this.shift = shift;
            this.mean = mean;
            this.variance = variance;
            y = new float[rows * shape.size()];
            standard = new float[rows * shape.size()];
            part = new float[channels];
            first = new double[channels];
            second = new double[channels];
            inverse = new float[channels];
            factor = new float[channels];
            offset = new float[channels];
            zero = new float[channels];
        }

        private int pixels(Pass pass) {
            return pass.rows() * output().pixels();
        }

        @Override
        public float[] forward(Pass pass, float[] x) {
            float[] theta = pass.theta();
            Arrays.fill(factor, 1f);
            if (pass.training()) {
                means(pass, x);
            } else {
                for (int c = 0; c < channels; c++) {
                    first[c] = theta[mean + c];
                    second[c] = theta[variance + c];
                }
            }
            negated(first);
            Floats.scaleColumns(x, pixels(pass), channels, factor, offset, standard);
            if (pass.training()) {
                variances(pass);
            }
            for (int c = 0; c < channels; c++) {
                inverse[c] = (float) (1 / Math.sqrt(second[c] + EPSILON));
                factor[c] = theta[scale + c];
                offset[c] = theta[shift + c];
            }
            Floats.scaleColumns(standard, pixels(pass), channels, inverse, zero, standard);
            Floats.scaleColumns(standard, pixels(pass), channels, factor, offset, y);
            return y;
        }

        private void negated(double[] values) {
            for (int c = 0; c < channels; c++) {
                offset[c] = (float) -values[c];
            }
        }

        private void means(Pass pass, float[] x) {
            sums(pass, x, first);
            for (int c = 0; c < channels; c++) {
                first[c] /= pixels(pass);
                pass.gradient()[mean + c] += pass.share() * (float) first[c];
            }
        }

        /** Of what is centred; the running variance is that of a sample, over pixels − 1. */
        private void variances(Pass pass) {
            products(pass, standard, second);
            int pixels = pixels(pass);
            for (int c = 0; c < channels; c++) {
                pass.gradient()[variance + c] += pass.share() * (float) (second[c] / Math.max(1, pixels - 1));
                second[c] /= pixels;
            }
        }

        /** Σ over pixels, of one image in floats and of all in doubles. */
        private void sums(Pass pass, float[] x, double[] out) {
            Arrays.fill(out, 0);
            int pixels = output().pixels();
            for (int i = 0; i < pass.rows(); i++) {
                Arrays.fill(part, 0f);
                Floats.multiply(1, channels, pixels, ONE, 0, 0, 0, x, i * pixels * channels, part, 0);
                add(out);
            }
        }

        /** Σ over pixels of a·standard, likewise. */
        private void products(Pass pass, float[] a, double[] out) {
            Arrays.fill(out, 0);
            int pixels = output().pixels();
            for (int i = 0; i < pass.rows(); i++) {
                Arrays.fill(part, 0f);
                Floats.addColumnProducts(a, standard, i * pixels * channels, pixels, channels, part);
                add(out);
            }
        }

        private void add(double[] out) {
            for (int c = 0; c < channels; c++) {
                out[c] += part[c];
            }
        }

        /** dx = scale/deviation · (dy − mean(dy) − z·mean(dy·z)). */
        @Override
        public float[] backward(Pass pass, float[] dy, boolean wanted) {
            int pixels = pixels(pass);
            sums(pass, dy, first);
            products(pass, dy, second);
            for (int c = 0; c < channels; c++) {
                pass.gradient()[shift + c] += (float) first[c];
                pass.gradient()[scale + c] += (float) second[c];
                factor[c] = inverse[c] * pass.theta()[scale + c];
                offset[c] = (float) (-factor[c] * first[c] / pixels);
                inverse[c] = (float) (-factor[c] * second[c] / pixels);
            }
            if (wanted) {
                Floats.scaleColumns(dy, pixels, channels, factor, offset, dy);
                Floats.addScaledColumns(standard, pixels, channels, inverse, dy);
            }
            return dy;
        }
    }
}

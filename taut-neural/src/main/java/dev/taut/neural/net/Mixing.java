package dev.taut.neural.net;

import dev.taut.neural.layer.Noise;
import dev.taut.neural.layer.Pass;
import dev.taut.neural.layer.Shape;

/**
 * Rows of a shard that are mixed with each other, their targets too. The share of the first of two rows is drawn from Beta(alpha,
 * alpha), one for the shard.
 *
 * @param kind  how
 * @param alpha of the Beta distribution, &gt; 0
 */
public record Mixing(Kind kind, double alpha) {
    /** How two rows become one. */
    public enum Kind {
        NONE,
        /** share·one + (1 − share)·other (Zhang et al. 2018). */
        MIXUP,
        /** A rectangle of 1 − share of the image is the other's (Yun et al. 2019). */
        CUTMIX
    }

    public static final Mixing NONE = new Mixing(Kind.NONE, 1);

    public Mixing {
        if (!(alpha > 0) || Double.isInfinite(alpha)) {
            throw new IllegalArgumentException("alpha of the Beta distribution must be positive, not " + alpha);
        }
    }

    public static Mixing mixup(double alpha) {
        return new Mixing(Kind.MIXUP, alpha);
    }

    public static Mixing cutmix(double alpha) {
        return new Mixing(Kind.CUTMIX, alpha);
    }

    /** Row i with row count − 1 − i: rows come in random order, so that this is as good as any pairing, and swaps are in place. */
    void mix(Shape shape, float[] x, float[] y, int targets, Pass pass) {
        if (kind == Kind.NONE || pass.rows() < 2) {
            return;
        }
        Noise noise = pass.noise().child("mixing").child(pass.first());
        double share = Beta.draw(alpha, noise);
        if (kind == Kind.MIXUP) {
            blend(x, shape.size(), pass.rows(), (float) share);
        } else {
            share = cut(shape, x, pass.rows(), share, noise.child("rectangle"));
        }
        blend(y, targets, pass.rows(), (float) share);
    }

    private static void blend(float[] values, int size, int rows, float share) {
        for (int i = 0; i < rows / 2; i++) {
            int one = i * size;
            int other = (rows - 1 - i) * size;
            for (int j = 0; j < size; j++) {
                float a = values[one + j];
                float b = values[other + j];
                values[one + j] = share * a + (1 - share) * b;
                values[other + j] = share * b + (1 - share) * a;
            }
        }
    }

    /** Swaps a rectangle, and answers the share of pixels that stay. */
    private static double cut(Shape shape, float[] x, int rows, double share, Noise noise) {
        int height = (int) Math.round(shape.height() * Math.sqrt(1 - share));
        int width = (int) Math.round(shape.width() * Math.sqrt(1 - share));
        int top = noise.below(shape.height() - height + 1, 0);
        int left = noise.below(shape.width() - width + 1, 1);
        for (int i = 0; i < rows / 2; i++) {
            for (int line = top; line < top + height; line++) {
                int at = (line * shape.width() + left) * shape.channels();
                swap(x, i * shape.size() + at, (rows - 1 - i) * shape.size() + at, width * shape.channels());
            }
        }
        return 1 - (double) height * width / shape.pixels();
    }

    private static void swap(float[] x, int one, int other, int length) {
        for (int j = 0; j < length; j++) {
            float moved = x[one + j];
            x[one + j] = x[other + j];
            x[other + j] = moved;
        }
    }
}

package dev.taut.neural.train;

import dev.taut.neural.layer.Noise;
import dev.taut.neural.layer.Shape;
import dev.taut.neural.net.FloatRows;
import dev.taut.neural.net.Net;

/** Two classes that no line divides: which side of a ring a point lies on, and eight columns of noise. */
public final class Ring {
    public static final int COLUMNS = 10;

    private Ring() {}

    public static FloatRows rows(int count, long seed) {
        Noise noise = Noise.of(seed);
        float[] x = new float[count * COLUMNS];
        float[] y = new float[count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                x[i * COLUMNS + j] = (float) noise.normal(i * COLUMNS + j);
            }
            double radius = Math.hypot(x[i * COLUMNS], x[i * COLUMNS + 1]);
            y[i] = radius + 0.1 * noise.child("target").normal(i) > 1.2 ? 1 : 0;
        }
        return new FloatRows(Shape.flat(COLUMNS), x, y, new float[0]);
    }

    public static Net net(int units) {
        return Net.input(COLUMNS).dense(units).relu().dense(units).relu().output(1);
    }

    /** The share of rows whose class is predicted. */
    public static double accuracy(float[] eta, FloatRows rows) {
        int right = 0;
        for (int i = 0; i < eta.length; i++) {
            right += eta[i] > 0 == rows.y()[i] > 0.5f ? 1 : 0;
        }
        return (double) right / eta.length;
    }
}

package dev.taut.neural.net;

import dev.taut.neural.layer.Noise;
import dev.taut.neural.layer.Shape;

/**
 * Rows in memory, as they are.
 *
 * @param shape   of a row
 * @param x       rows × shape.size()
 * @param y       rows × numbers of a target; empty if there is none
 * @param weights one per row; empty for 1 each
 */
public record FloatRows(Shape shape, float[] x, float[] y, float[] weights) implements Rows {
    public FloatRows {
        int rows = x.length / shape.size();
        if (x.length % shape.size() != 0 || y.length % Math.max(1, rows) != 0) {
            throw new IllegalArgumentException(
                    x.length + " inputs and " + y.length + " targets are no rows of " + shape);
        }
        if (weights.length != 0 && weights.length != rows) {
            throw new IllegalArgumentException(rows + " rows need as many weights or none, not " + weights.length);
        }
    }

    @Override
    public int rows() {
        return x.length / shape.size();
    }

    @Override
    public void input(int row, Noise noise, float[] out, int at) {
        System.arraycopy(x, row * shape.size(), out, at, shape.size());
    }

    @Override
    public void target(int row, float[] out, int at) {
        int numbers = y.length / rows();
        System.arraycopy(y, row * numbers, out, at, numbers);
    }

    @Override
    public float weight(int row) {
        return weights.length == 0 ? 1f : weights[row];
    }
}

package dev.taut.neural.net;

/** One slot's parameters, row by row. */
record Matrix(int rows, int columns, float[] values) {
    float get(int row, int column) {
        return values[row * columns + column];
    }

    /** Whether every entry of these rows is zero: of all rows that look at input {@code channel} of {@code channels}. */
    boolean ignores(int channel, int channels) {
        for (int row = channel; row < rows; row += channels) {
            for (int column = 0; column < columns; column++) {
                if (get(row, column) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether every entry of a column is zero. */
    boolean isZero(int column) {
        for (int row = 0; row < rows; row++) {
            if (get(row, column) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The columns that are kept. */
    Matrix columns(boolean[] kept) {
        float[] left = new float[rows * count(kept)];
        int to = 0;
        for (int i = 0; i < values.length; i++) {
            if (kept[i % columns]) {
                left[to++] = values[i];
            }
        }
        return new Matrix(rows, count(kept), left);
    }

    /** The rows that look at an input that is kept. */
    Matrix inputs(boolean[] kept) {
        float[] left = new float[rows / kept.length * count(kept) * columns];
        int to = 0;
        for (int i = 0; i < values.length; i++) {
            if (kept[i / columns % kept.length]) {
                left[to++] = values[i];
            }
        }
        return new Matrix(rows / kept.length * count(kept), columns, left);
    }

    static int count(boolean[] kept) {
        int count = 0;
        for (boolean one : kept) {
            count += one ? 1 : 0;
        }
        return count;
    }
}

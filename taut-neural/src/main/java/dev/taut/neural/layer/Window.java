package dev.taut.neural.layer;

import java.util.Arrays;

/** How a square window walks over an image: where it stands, and what it sees as a row of a matrix. */
record Window(Shape input, int size, int stride, int before, int height, int width) {
    /** Numbers that are not worth a copy of an array. */
    private static final int FEW = 8;

    static Window of(Shape input, int size, int stride, Padding padding) {
        if (size < 1 || stride < 1) {
            throw new IllegalArgumentException(
                    "a window needs a positive size and stride, not " + size + " and " + stride);
        }
        if (padding == Padding.VALID) {
            if (size > input.height() || size > input.width()) {
                throw new IllegalArgumentException("a window of " + size + "×" + size + " does not fit into " + input);
            }
            return new Window(
                    input, size, stride, 0, (input.height() - size) / stride + 1, (input.width() - size) / stride + 1);
        }
        int height = (input.height() + stride - 1) / stride;
        int width = (input.width() + stride - 1) / stride;
        int missing = Math.max(
                0,
                Math.max((height - 1) * stride + size - input.height(), (width - 1) * stride + size - input.width()));
        return new Window(input, size, stride, missing / 2, height, width);
    }

    int places() {
        return height * width;
    }

    /** Numbers that it sees at one place: height, then width, then channels. */
    int sees() {
        return size * size * input.channels();
    }

    /** Whether what it sees is the image itself. */
    boolean isWholeImage() {
        return size == 1 && stride == 1;
    }

    /** out = a row per place with what is seen there, zeros beyond the edge. */
    void gather(float[] image, int from, float[] out) {
        int channels = input.channels();
        int row = size * channels;
        if (row <= FEW) {
            gatherFew(image, from, out);
            return;
        }
        int to = 0;
        for (int oy = 0; oy < height; oy++) {
            for (int ox = 0; ox < width; ox++) {
                int x0 = ox * stride - before;
                int first = Math.max(0, -x0);
                int last = Math.min(size, input.width() - x0);
                for (int ky = 0; ky < size; ky++) {
                    int y = oy * stride - before + ky;
                    if (y < 0 || y >= input.height()) {
                        Arrays.fill(out, to, to + row, 0f);
                    } else {
                        int at = from + (y * input.width() + x0) * channels;
                        copyRow(image, at, out, to, first * channels, last * channels, row);
                    }
                    to += row;
                }
            }
        }
    }

    private static void copyRow(float[] image, int at, float[] out, int to, int first, int last, int row) {
        if (last - first > 8) {
            System.arraycopy(image, at + first, out, to + first, last - first);
        } else {
            for (int i = first; i < last; i++) {
                out[to + i] = image[at + i];
            }
        }
        if (last - first < row) {
            Arrays.fill(out, to, to + first, 0f);
            Arrays.fill(out, to + last, to + row, 0f);
        }
    }

    /** Where lines of a window are short, each of its places for itself goes over the whole image. */
    private void gatherFew(float[] image, int from, float[] out) {
        int channels = input.channels();
        int sees = sees();
        Arrays.fill(out, 0, places() * sees, 0f);
        for (int k = 0; k < sees; k++) {
            int ky = k / channels / size - before;
            int kx = k / channels % size - before;
            int first = Math.max(0, (stride - 1 - kx) / stride);
            int last = Math.min(width, Math.floorDiv(input.width() - 1 - kx, stride) + 1);
            for (int oy = 0; oy < height; oy++) {
                int y = oy * stride + ky;
                if (y < 0 || y >= input.height()) {
                    continue;
                }
                int at = from + (y * input.width() + kx) * channels + k % channels;
                int to = oy * width * sees + k;
                for (int ox = first; ox < last; ox++) {
                    out[to + ox * sees] = image[at + ox * stride * channels];
                }
            }
        }
    }

    /** image += what {@link #gather} would have taken from it. */
    void scatter(float[] rows, float[] image, int from) {
        int channels = input.channels();
        int row = size * channels;
        int at = 0;
        for (int oy = 0; oy < height; oy++) {
            for (int ox = 0; ox < width; ox++) {
                int x0 = ox * stride - before;
                int first = Math.max(0, -x0) * channels;
                int last = Math.min(size, input.width() - x0) * channels;
                for (int ky = 0; ky < size; ky++) {
                    int y = oy * stride - before + ky;
                    if (y >= 0 && y < input.height()) {
                        int to = from + (y * input.width() + x0) * channels;
                        for (int i = first; i < last; i++) {
                            image[to + i] += rows[at + i];
                        }
                    }
                    at += row;
                }
            }
        }
    }
}

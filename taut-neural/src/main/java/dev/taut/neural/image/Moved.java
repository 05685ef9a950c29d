package dev.taut.neural.image;

import dev.taut.neural.layer.Shape;

/** An image each pixel of which is taken from another place of it. */
final class Moved {
    private Moved() {}

    /** Where the pixel at a place comes from. */
    interface Source {
        void of(int y, int x, Place place);
    }

    /** Takes a place between pixels. */
    interface Place {
        void at(double y, double x);
    }

    static void write(Shape shape, float[] image, int at, float[] scratch, Source source) {
        System.arraycopy(image, at, scratch, 0, shape.size());
        Reader reader = new Reader(shape, scratch, image);
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                reader.to = at + (y * shape.width() + x) * shape.channels();
                source.of(y, x, reader);
            }
        }
    }

    /** Reads the image as it was, its edge repeated beyond it, between pixels linearly. */
    private static final class Reader implements Place {
        private final Shape shape;
        private final float[] from;
        private final float[] out;
        private int to;

        Reader(Shape shape, float[] from, float[] out) {
            this.shape = shape;
            this.from = from;
            this.out = out;
        }

        @Override
        public void at(double y, double x) {
            double insideY = Math.max(0, Math.min(shape.height() - 1, y));
            double insideX = Math.max(0, Math.min(shape.width() - 1, x));
            int top = (int) insideY;
            int left = (int) insideX;
            float down = (float) (insideY - top);
            float right = (float) (insideX - left);
            int bottom = Math.min(top + 1, shape.height() - 1);
            int side = Math.min(left + 1, shape.width() - 1);
            for (int c = 0; c < shape.channels(); c++) {
                float above = (1 - right) * pixel(top, left, c) + right * pixel(top, side, c);
                float below = (1 - right) * pixel(bottom, left, c) + right * pixel(bottom, side, c);
                out[to + c] = (1 - down) * above + down * below;
            }
        }

        private float pixel(int y, int x, int c) {
            return from[(y * shape.width() + x) * shape.channels() + c];
        }
    }
}

package dev.taut.neural.image;

import dev.taut.neural.layer.Noise;
import dev.taut.neural.layer.Shape;
import java.util.List;

/** A change of an image that leaves its label true: immutable, and drawn anew for every image in every epoch. */
public sealed interface Augmentation {
    /**
     * Changes one image.
     *
     * @param image   pixels from {@code at} on, and where the result goes
     * @param scratch of at least the image's size
     */
    void apply(Shape shape, float[] image, int at, Noise noise, float[] scratch);

    /** Left and right change places in half of all images. Wrong for digits and letters. */
    record Flip() implements Augmentation {
        @Override
        public void apply(Shape shape, float[] image, int at, Noise noise, float[] scratch) {
            if (noise.uniform(0) < 0.5f) {
                Moved.write(shape, image, at, scratch, (y, x, place) -> place.at(y, shape.width() - 1 - x));
            }
        }
    }

    /**
     * Moves the image by up to so many whole pixels both ways; its edge is repeated where it left.
     *
     * @param pixels ≥ 0
     */
    record Shift(int pixels) implements Augmentation {
        @Override
        public void apply(Shape shape, float[] image, int at, Noise noise, float[] scratch) {
            int down = noise.below(2 * pixels + 1, 0) - pixels;
            int right = noise.below(2 * pixels + 1, 1) - pixels;
            Moved.write(shape, image, at, scratch, (y, x, place) -> place.at(y - down, x - right));
        }
    }

    /**
     * Turns the image by up to so many degrees both ways, about its middle, between pixels linearly.
     *
     * @param degrees ≥ 0
     */
    record Rotation(double degrees) implements Augmentation {
        @Override
        public void apply(Shape shape, float[] image, int at, Noise noise, float[] scratch) {
            double angle = Math.toRadians(degrees) * (2 * noise.uniform(0) - 1);
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            double middleY = (shape.height() - 1) / 2.0;
            double middleX = (shape.width() - 1) / 2.0;
            Moved.write(
                    shape,
                    image,
                    at,
                    scratch,
                    (y, x, place) -> place.at(
                            middleY + cos * (y - middleY) - sin * (x - middleX),
                            middleX + sin * (y - middleY) + cos * (x - middleX)));
        }
    }

    /**
     * Cuts a window out of the image and stretches it to the whole.
     *
     * @param share the smallest share of height and of width that is left, in (0, 1]
     */
    record Crop(double share) implements Augmentation {
        public Crop {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("a crop leaves a share in (0, 1], not " + share);
            }
        }

        @Override
        public void apply(Shape shape, float[] image, int at, Noise noise, float[] scratch) {
            double left = share + (1 - share) * noise.uniform(0);
            double top = (1 - left) * (shape.height() - 1) * noise.uniform(1);
            double side = (1 - left) * (shape.width() - 1) * noise.uniform(2);
            Moved.write(shape, image, at, scratch, (y, x, place) -> place.at(top + left * y, side + left * x));
        }
    }

    /**
     * In half of all images, sets a square of so many pixels, wherever its middle falls, to zero: the mean of standardized pixels (DeVries
     * and Taylor 2017; at random times as Zhong et al. 2020).
     *
     * @param size ≥ 1
     */
    record CutOut(int size) implements Augmentation {
        @Override
        public void apply(Shape shape, float[] image, int at, Noise noise, float[] scratch) {
            if (noise.uniform(0) < 0.5f) {
                return;
            }
            int top = noise.below(shape.height(), 1) - size / 2;
            int left = noise.below(shape.width(), 2) - size / 2;
            for (int y = Math.max(0, top); y < Math.min(shape.height(), top + size); y++) {
                int from = at + (y * shape.width() + Math.max(0, left)) * shape.channels();
                int to = at + (y * shape.width() + Math.min(shape.width(), left + size)) * shape.channels();
                java.util.Arrays.fill(image, from, Math.max(from, to), 0f);
            }
        }
    }

    /** For digits and letters, which are not themselves in a mirror: moved by up to a fourteenth, turned by up to 10 degrees. */
    static List<Augmentation> digits(Shape shape) {
        return List.of(new Rotation(10), new Shift(Math.max(1, shape.width() / 14)));
    }

    /** For photographs of things: mirrored, moved by up to a fourteenth, with a square of a quarter of the width cut out. */
    static List<Augmentation> photographs(Shape shape) {
        return List.of(
                new Flip(), new Shift(Math.max(1, shape.width() / 14)), new CutOut(Math.max(1, shape.width() / 4)));
    }
}

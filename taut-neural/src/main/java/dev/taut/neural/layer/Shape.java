package dev.taut.neural.layer;

/**
 * What one row of a batch looks like: pixels row by row, the channels of a pixel side by side.
 *
 * @param height   of an image; 1 for a row of numbers
 * @param width    of an image; 1 for a row of numbers
 * @param channels of a pixel, or how many numbers a row has
 */
public record Shape(int height, int width, int channels) {
    public Shape {
        if (height < 1 || width < 1 || channels < 1) {
            throw new IllegalArgumentException(
                    "a shape needs positive sizes, not " + height + " × " + width + " × " + channels);
        }
    }

    /** A row of numbers. */
    public static Shape flat(int numbers) {
        return new Shape(1, 1, numbers);
    }

    /** Numbers in a row. */
    public int size() {
        return Math.multiplyExact(pixels(), channels);
    }

    /** Height times width. */
    public int pixels() {
        return Math.multiplyExact(height, width);
    }

    @Override
    public String toString() {
        return height == 1 && width == 1 ? Integer.toString(channels) : height + "×" + width + "×" + channels;
    }
}

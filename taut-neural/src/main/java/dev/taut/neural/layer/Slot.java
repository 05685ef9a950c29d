package dev.taut.neural.layer;

/**
 * A block of the vector of parameters: a matrix row by row, one row per input and one column per unit (neuron or filter).
 *
 * @param layer   for example {@code conv1}
 * @param part    what the parameters are there for
 * @param name    distinct in the net, for example {@code conv1.weight}
 * @param from    where it begins
 * @param rows    inputs of a unit: for a filter, height · width · channels of it, in this order
 * @param columns units
 * @param channels distinct inputs: row r looks at input r mod channels, at one place of a filter's window or of an image
 * @param init    what it is before training
 */
public record Slot(String layer, Part part, String name, int from, int rows, int columns, int channels, Init init) {
    public int size() {
        return rows * columns;
    }

    /** Where it ends, exclusive. */
    public int to() {
        return from + size();
    }
}

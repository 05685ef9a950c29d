package dev.taut.neural.layer;

/** A layer of a net: an immutable specification. */
public interface Layer {
    /** For example {@code conv 32 3×3}. */
    String layerName();

    /**
     * The layer at work.
     *
     * @param input  what comes in
     * @param layout where it asks for its parameters
     * @param rows   the most rows a shard has
     * @throws IllegalArgumentException if the layer takes no such input
     */
    Op op(Shape input, Layout layout, int rows);
}

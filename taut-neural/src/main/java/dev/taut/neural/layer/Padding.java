package dev.taut.neural.layer;

/** What a filter sees beyond the edge of an image. */
public enum Padding {
    /** Zeros, so many that with stride 1 the image keeps its size; one that is left over stands at the end. */
    SAME,
    /** Nothing: it stays inside. */
    VALID
}

/**
 * Dot products, axpy, Gram blocks: the inner loops of everything else, over plain arrays. A line here may touch
 * {@code double[]}, {@code float[]} and indices; it never knows the words feature, loss or file.
 */
@NullMarked
package dev.taut.kernel;

import org.jspecify.annotations.NullMarked;

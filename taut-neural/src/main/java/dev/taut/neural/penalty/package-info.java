/**
 * The penalties of lines on the parameters of a net: which of them, grouped how, at what strength, and the proximal step that goes
 * with a step of an optimiser. A line here may touch the vector of parameters, where its slots lie, and the penalties of
 * {@code dev.taut.penalty}; it has no penalty of its own, and never knows a layer's arithmetic, a row or a loss.
 */
@NullMarked
package dev.taut.neural.penalty;

import org.jspecify.annotations.NullMarked;

/**
 * Training: optimisers, schedules, when to stop, and the loop that goes over a net's rows epoch by epoch. A line here may touch
 * parameters, gradients, regularizers and what a net answers; it never knows a layer's arithmetic, a table or a file.
 */
@NullMarked
package dev.taut.neural.train;

import org.jspecify.annotations.NullMarked;

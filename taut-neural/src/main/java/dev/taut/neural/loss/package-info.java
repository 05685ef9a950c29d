/**
 * What nets are trained for: losses over a few rows at a time, in floats. A line here may touch targets, weights and what a net
 * answers for its rows; it never knows a layer or a parameter.
 */
@NullMarked
package dev.taut.neural.loss;

import org.jspecify.annotations.NullMarked;

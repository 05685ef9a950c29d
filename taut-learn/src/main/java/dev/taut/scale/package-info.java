/**
 * One strength under the names that other libraries have for it. A line here may touch λ, l1Ratio, the name of a loss,
 * and what a dataset is like as a whole (rows, weights, the spread of its target); it never sees a row or a coefficient.
 */
@NullMarked
package dev.taut.scale;

import org.jspecify.annotations.NullMarked;

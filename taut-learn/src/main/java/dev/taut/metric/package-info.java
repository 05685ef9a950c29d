/**
 * How well predictions meet what came true: metrics and diagnostics. A line here may touch targets, predicted means
 * and weights, never a model or a table.
 */
@NullMarked
package dev.taut.metric;

import org.jspecify.annotations.NullMarked;

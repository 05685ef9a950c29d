/**
 * Typed tables and datasets, and what can be wrong with them. A line here may touch columns, types and findings; it
 * never touches λ or coefficients.
 */
@NullMarked
package dev.taut.data;

import org.jspecify.annotations.NullMarked;

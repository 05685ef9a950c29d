/**
 * The λ grid, screening and warm starts: one solution after another, strong to weak. A line here may touch λ and
 * solutions; it never touches folds or metrics.
 */
@NullMarked
package dev.taut.path;

import org.jspecify.annotations.NullMarked;

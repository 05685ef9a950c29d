/**
 * Folds, metrics, rules and the resulting Run. A line here may touch paths, folds, metrics and findings; it never
 * touches coordinates or proximal steps.
 */
@NullMarked
package dev.taut.study;

import org.jspecify.annotations.NullMarked;

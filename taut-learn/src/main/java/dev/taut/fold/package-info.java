/**
 * Which rows learn and which are tested: folds, holdouts and the seeds they are dealt with. A line here may touch
 * row numbers, groups, times and classes of a dataset, never a design or a coefficient.
 */
@NullMarked
package dev.taut.fold;

import org.jspecify.annotations.NullMarked;

/**
 * Several ways to fit on the same folds: paired differences, what each selects and how steadily, and advice that quotes
 * them. A line here may touch curves, folds and metrics; it never touches coordinates or a file.
 */
@NullMarked
package dev.taut.compare;

import org.jspecify.annotations.NullMarked;

/**
 * Which features are selected again and again on halves of the rows, and how many of them may be false. A line here may
 * touch paths, halves of the rows, frequencies and bounds; it never touches coordinates or proximal steps.
 */
@NullMarked
package dev.taut.stability;

import org.jspecify.annotations.NullMarked;

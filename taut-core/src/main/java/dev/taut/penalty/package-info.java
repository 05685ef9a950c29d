/**
 * What a coefficient vector costs, and the proximal step that pays it. A line here may touch β (one coordinate or one
 * group), λ and bounds; it never touches X, y or η.
 */
@NullMarked
package dev.taut.penalty;

import org.jspecify.annotations.NullMarked;

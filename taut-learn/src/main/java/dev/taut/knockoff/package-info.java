/**
 * The knockoff filter: copies of the columns that know nothing of the target, and which columns beat theirs. A line here
 * may touch encoded columns, their correlations, and paths over columns and copies; it never touches a file, coordinates
 * or proximal steps.
 */
@NullMarked
package dev.taut.knockoff;

import org.jspecify.annotations.NullMarked;

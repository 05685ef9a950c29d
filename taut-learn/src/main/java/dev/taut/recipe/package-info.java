/**
 * How a table becomes a design, estimated on training rows only. A line here may touch columns, levels, centres and
 * scales; it never sees a row outside the fold it was given.
 */
@NullMarked
package dev.taut.recipe;

import org.jspecify.annotations.NullMarked;

/**
 * Escaped HTML, tables, figures and the way numbers and names are written. A line here may touch strings and numbers,
 * never a {@code Run}.
 */
@NullMarked
package dev.taut.report.markup;

import org.jspecify.annotations.NullMarked;

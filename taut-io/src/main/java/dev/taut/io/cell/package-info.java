/**
 * From the characters of a cell to a typed value, and from cells to a column. A line here may touch characters,
 * numbers, dates and column types; it never touches a file or a delimiter.
 */
@NullMarked
package dev.taut.io.cell;

import org.jspecify.annotations.NullMarked;

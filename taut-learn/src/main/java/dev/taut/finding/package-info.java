/**
 * The one vocabulary of trouble: coded, located, remedied findings that exceptions, warnings, report checks and
 * {@code taut explain} share. A line here may touch text and codes, never a table, a file or a number to compute.
 */
@NullMarked
package dev.taut.finding;

import org.jspecify.annotations.NullMarked;

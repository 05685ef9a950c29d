/**
 * What can be wrong with a dataset before anything is estimated, and what a reader should know about each column. A
 * line here may touch columns, roles, counts and findings; it never touches a design, λ or a coefficient, and it
 * changes no cell.
 */
@NullMarked
package dev.taut.check;

import org.jspecify.annotations.NullMarked;

/**
 * Files that a call leaves behind, whole or not at all. A line here may touch folders and finished values, never
 * arguments or arithmetic.
 */
@NullMarked
package dev.taut.cli.output;

import org.jspecify.annotations.NullMarked;

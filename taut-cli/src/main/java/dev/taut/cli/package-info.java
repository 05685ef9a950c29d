/**
 * The taut command. A line here may touch arguments, the terminal and the wiring of the other rooms; it never does
 * arithmetic.
 */
@NullMarked
package dev.taut.cli;

import org.jspecify.annotations.NullMarked;

/**
 * The taut command: from the words of a command line to an exit code. A line here may touch arguments, streams and exit
 * codes; it never does arithmetic.
 */
@NullMarked
package dev.taut.cli;

import org.jspecify.annotations.NullMarked;

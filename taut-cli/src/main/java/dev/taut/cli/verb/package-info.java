/**
 * One class per verb: it reads what its options name, asks the library, and shows the answer. A line here may wire
 * rooms together, never do arithmetic.
 */
@NullMarked
package dev.taut.cli.verb;

import org.jspecify.annotations.NullMarked;

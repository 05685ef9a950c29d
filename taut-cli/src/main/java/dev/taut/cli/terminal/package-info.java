/**
 * What a user sees of a call: text on two streams, tables, colour, progress. A line here may touch characters, widths and
 * clocks, never data, a model or a run.
 */
@NullMarked
package dev.taut.cli.terminal;

import org.jspecify.annotations.NullMarked;

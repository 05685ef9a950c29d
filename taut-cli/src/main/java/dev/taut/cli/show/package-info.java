/**
 * Finished values as text: what a run, an inspection or a prediction looks like in a terminal. A line here may format
 * numbers and choose words, never compute a statistic.
 */
@NullMarked
package dev.taut.cli.show;

import org.jspecify.annotations.NullMarked;

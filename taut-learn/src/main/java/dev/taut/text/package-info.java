/**
 * Prose as numbers: words, runs of words, how often they occur. A line here may touch strings, terms and their counts,
 * never a column, a target or a coefficient.
 */
@NullMarked
package dev.taut.text;

import org.jspecify.annotations.NullMarked;

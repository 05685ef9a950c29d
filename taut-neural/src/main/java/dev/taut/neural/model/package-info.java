/**
 * Nets that know the table they learned from: what comes in, what goes out, and the file that keeps both. A line here may touch
 * tables, recipes, targets and nets; it trains nothing.
 */
@NullMarked
package dev.taut.neural.model;

import org.jspecify.annotations.NullMarked;

/**
 * Choosing λ: the whole line inside every fold, the curve that comes of it, and the rules that read it. A line here
 * may touch paths, folds and metrics, never a file or a sentence for a reader.
 */
@NullMarked
package dev.taut.tuning;

import org.jspecify.annotations.NullMarked;

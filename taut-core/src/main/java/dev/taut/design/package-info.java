/**
 * The columns of X: dense, sparse, standardized, one-hot, concatenated or mapped from a file. A line here may touch
 * columns and rows of X; it never touches y or λ.
 */
@NullMarked
package dev.taut.design;

import org.jspecify.annotations.NullMarked;

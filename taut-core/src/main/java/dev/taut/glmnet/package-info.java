/**
 * The conventions of R's glmnet on top of Taut's paths: its grid, its units, its early end, its interpolation. A line here
 * may touch path problems, their solutions and λ; it solves nothing itself.
 */
@NullMarked
package dev.taut.glmnet;

import org.jspecify.annotations.NullMarked;

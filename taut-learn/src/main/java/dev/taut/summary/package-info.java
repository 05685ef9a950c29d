/**
 * A finished study as the {@code Run} that readers share. A line here may read paths, curves and datasets and put
 * them into words and records; it never fits anything.
 */
@NullMarked
package dev.taut.summary;

import org.jspecify.annotations.NullMarked;

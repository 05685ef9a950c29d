/**
 * Parquet, JSON and SQL through an embedded DuckDB, which is loaded only when such a file is opened. A line here may
 * touch queries and their results, columns and findings; it never writes a file and never reaches the network.
 */
@NullMarked
package dev.taut.io.duck;

import org.jspecify.annotations.NullMarked;

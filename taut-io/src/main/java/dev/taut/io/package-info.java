/**
 * Files in, files out: CSV, Parquet, JSON, SQL, svmlight. A line here may touch bytes, text and tables; it never does
 * arithmetic.
 */
@NullMarked
package dev.taut.io;

import org.jspecify.annotations.NullMarked;

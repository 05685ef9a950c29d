/**
 * Taut on Apache Spark: the rows stay where they are and only sums of them travel; the driver runs the same core as on one
 * machine. A line here may touch Spark's datasets and the core's problems, never a loss or a penalty of its own.
 */
@NullMarked
package dev.taut.spark;

import org.jspecify.annotations.NullMarked;

/**
 * One Run as one HTML file. A line here may touch a Run, charts and markup; it never recomputes a statistic.
 */
@NullMarked
package dev.taut.report;

import org.jspecify.annotations.NullMarked;

/**
 * The chapters of the report, one class each: what is said, in which words, beside which chart. A line here may read a
 * {@code Run} and write markup; it never recomputes a statistic, only chooses words for the figures it finds.
 */
@NullMarked
package dev.taut.report.section;

import org.jspecify.annotations.NullMarked;

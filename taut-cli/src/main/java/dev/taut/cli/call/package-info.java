/**
 * One call of the command and the steps that verbs share: its arguments, its exit code, reading, planning, being
 * cancelled. A line here may touch arguments, files and findings, never the terminal's letters or a statistic.
 */
@NullMarked
package dev.taut.cli.call;

import org.jspecify.annotations.NullMarked;

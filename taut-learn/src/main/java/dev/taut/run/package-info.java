/**
 * The one artefact that every reader shares: command line, report, explorer and Java callers show this {@code Run} and
 * compute nothing themselves. A line here may touch finished numbers and names, never data or a solver.
 */
@NullMarked
package dev.taut.run;

import org.jspecify.annotations.NullMarked;

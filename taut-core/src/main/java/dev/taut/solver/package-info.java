/**
 * From a problem to a certified solution. A line here may touch a design, a datafit, a prox, a start and a stopping
 * rule; it never touches names, tables or output streams.
 */
@NullMarked
package dev.taut.solver;

import org.jspecify.annotations.NullMarked;

/**
 * The door: the few types most programs need. A line here may name a model, a penalty and a table; it never touches
 * coordinates or proximal steps.
 */
@NullMarked
package dev.taut;

import org.jspecify.annotations.NullMarked;

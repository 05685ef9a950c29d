/**
 * Gradient descent with nothing but arithmetic: the code that a lesson shows. A line here may touch arrays of numbers, and
 * nothing of Taut.
 */
@NullMarked
package dev.taut.lesson.scratch;

import org.jspecify.annotations.NullMarked;

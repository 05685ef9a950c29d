/**
 * Products of columns: which of them the residuals of the main effects ask for, and how they enter a model together
 * with their main effects. A line here may touch encoded columns, gradients of a loss and paths, never a file or a fold.
 */
@NullMarked
package dev.taut.interaction;

import org.jspecify.annotations.NullMarked;

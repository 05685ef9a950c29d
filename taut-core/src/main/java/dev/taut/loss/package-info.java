/**
 * What a prediction η costs given the truth y. A line here may touch y, η, case weights and offsets; it never
 * touches X, β or λ.
 */
@NullMarked
package dev.taut.loss;

import org.jspecify.annotations.NullMarked;

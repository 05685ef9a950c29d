/**
 * The door to nets: {@code Mlp} for tables, {@code Cnn} for images, as learners whose models predict. A line here may touch datasets,
 * recipes, nets and trainings, and wires them; arithmetic is next door.
 */
@NullMarked
package dev.taut.neural;

import org.jspecify.annotations.NullMarked;

/**
 * Lessons: each makes a mistake on data of its own, measures what it costs, mends it and measures again. A line here may
 * touch the door, generated data and a {@link dev.taut.lesson.Board}; never a terminal or a file.
 */
@NullMarked
package dev.taut.lesson;

import org.jspecify.annotations.NullMarked;

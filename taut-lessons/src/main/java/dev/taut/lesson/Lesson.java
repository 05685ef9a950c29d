package dev.taut.lesson;

import dev.taut.data.Table;
import java.util.List;
import java.util.Optional;

/**
 * One idea in a few minutes: what goes wrong, measured on data made for it, and what mends it, measured again. Every
 * figure is computed while the lesson runs.
 */
public interface Lesson {
    /** What stands for the data's file in {@link #onwards}. */
    String DATA = "{data}";

    /** How it is called up, for example {@code correlated-twins}. */
    String name();

    /** The question it answers, in at most 60 characters. */
    String question();

    /** Teaches it; takes seconds at most. */
    void teach(Board board);

    /** The data to go on with, if there are any. */
    default Optional<Table> data() {
        return Optional.empty();
    }

    /** Commands to go on with, {@link #DATA} standing for the file that holds the data. */
    default List<String> onwards() {
        return List.of();
    }

    /** The classes that are the lesson's code, to be read in this order. */
    default List<Class<?>> code() {
        return List.of();
    }
}

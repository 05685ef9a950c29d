package dev.taut.lesson;

import java.util.List;

/** Where a lesson is written; whoever implements it decides how sentences are wrapped and tables are drawn. */
public interface Board {
    /** A paragraph of prose. */
    void say(String paragraph);

    /** A line as it stands, such as one that a program printed. */
    void line(String text);

    /**
     * A table.
     *
     * @param headings one per column; one that starts with {@code >} is aligned to the right
     * @param rows     as many cells each as there are headings
     */
    void table(List<String> headings, List<List<String>> rows);
}

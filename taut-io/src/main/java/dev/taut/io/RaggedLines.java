package dev.taut.io;

import java.util.ArrayList;
import java.util.List;

/** The records of a file that have more or fewer fields than the first. */
final class RaggedLines {
    private static final int SHOWN = 3;

    /** @param number line in which the record begins, from 1 */
    record Line(long number, int fields) {}

    private final List<Line> shown = new ArrayList<>();
    private Line last = new Line(0, 0);
    private long total;
    private boolean alike = true;

    void add(long number, int fields) {
        last = new Line(number, fields);
        total++;
        if (shown.size() < SHOWN) {
            shown.add(last);
        }
        alike &= fields == shown.get(0).fields;
    }

    boolean isEmpty() {
        return total == 0;
    }

    /** The first few. */
    List<Line> shown() {
        return List.copyOf(shown);
    }

    Line last() {
        return last;
    }

    long total() {
        return total;
    }

    /** True if all have the same number of fields. */
    boolean alike() {
        return alike;
    }
}

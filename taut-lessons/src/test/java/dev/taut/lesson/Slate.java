package dev.taut.lesson;

import java.util.ArrayList;
import java.util.List;

/** A board that keeps what was written. */
final class Slate implements Board {
    final List<String> lines = new ArrayList<>();

    static Slate of(Lesson lesson) {
        Slate slate = new Slate();
        lesson.teach(slate);
        return slate;
    }

    @Override
    public void say(String paragraph) {
        lines.add(paragraph);
    }

    @Override
    public void line(String text) {
        lines.add(text);
    }

    @Override
    public void table(List<String> headings, List<List<String>> rows) {
        rows.forEach(row -> {
            if (row.size() != headings.size()) {
                throw new IllegalArgumentException(row + " under " + headings);
            }
            lines.add(String.join(" | ", row));
        });
    }
}

package dev.taut.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Breaks sentences into lines. */
public final class Wrap {
    private Wrap() {}

    /** Lines of at most {@code width} columns, all but the first indented; a word longer than a line stays whole. */
    public static List<String> lines(String text, int width, String indent) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        boolean empty = true;
        for (String word : text.replace(" %", "\u00a0%").split(" ")) {
            if (!empty && Letters.width(line.toString()) + 1 + Letters.width(word) > width) {
                lines.add(finished(line));
                line = new StringBuilder(indent);
                empty = true;
            }
            if (word.isEmpty() && empty && !lines.isEmpty()) {
                continue;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(finished(line));
        return lines;
    }

    /** A per cent sign stays with its number while lines are broken. */
    private static String finished(StringBuilder line) {
        return line.toString().replace("\u00a0%", " %").stripTrailing();
    }
}

package dev.taut.check;

import dev.taut.data.Column;
import dev.taut.data.TextColumn;
import java.util.ArrayList;
import java.util.List;

/** The distinct cells of a column read as text, and how many rows hold each; levels that no row holds count as none. */
final class TextLevels {
    private final TextColumn cells;
    private final int[] counts;
    private final int filled;
    private final int used;

    private TextLevels(TextColumn cells) {
        this.cells = cells;
        this.counts = new int[cells.levels().size()];
        int seen = 0;
        for (int i = 0; i < cells.size(); i++) {
            if (cells.code(i) >= 0) {
                counts[cells.code(i)]++;
                seen++;
            }
        }
        this.filled = seen;
        this.used = (int) java.util.Arrays.stream(counts).filter(c -> c > 0).count();
    }

    static TextLevels of(Column column) {
        if (column instanceof TextColumn text) {
            return new TextLevels(text);
        }
        List<String> texts = new ArrayList<>(column.size());
        for (int i = 0; i < column.size(); i++) {
            texts.add(column.text(i));
        }
        return new TextLevels(TextColumn.of(column.name(), texts));
    }

    String column() {
        return cells.name();
    }

    TextColumn cells() {
        return cells;
    }

    /** Cells that are not missing. */
    int filled() {
        return filled;
    }

    /** Levels that at least one row holds. */
    int used() {
        return used;
    }

    int levels() {
        return counts.length;
    }

    String level(int code) {
        return cells.levels().get(code);
    }

    /** Rows that hold this level. */
    int rows(int code) {
        return counts[code];
    }

    /** Characters per filled cell; 0 if there is none. */
    double meanLength() {
        return mean(String::length);
    }

    /** Words, split at white space, per filled cell; 0 if there is none. */
    double meanWords() {
        return mean(text -> text.strip().split("\\s+").length);
    }

    private double mean(java.util.function.ToIntFunction<String> measure) {
        double sum = 0;
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                sum += (double) counts[code] * measure.applyAsInt(level(code));
            }
        }
        return filled == 0 ? 0 : sum / filled;
    }
}

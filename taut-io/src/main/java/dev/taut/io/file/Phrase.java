package dev.taut.io.file;

import java.util.Locale;

/** Small pieces of sentences, so that every message counts and quotes alike. */
public final class Phrase {
    private static final int WIDTH = 60;

    private Phrase() {}

    /** Thousands set apart by a space: {@code 20 640}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    /** {@code 1 field}, {@code 20 640 fields}. */
    public static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** At most 60 characters of a line, control characters shown as a dot, {@code …} where something was cut off. */
    public static String shorten(String line) {
        var text = new StringBuilder(WIDTH + 1);
        int[] points = line.codePoints().limit(WIDTH + 1L).toArray();
        for (int i = 0; i < Math.min(points.length, WIDTH); i++) {
            int point = points[i];
            text.appendCodePoint(point == '\t' ? ' ' : Character.isISOControl(point) ? '·' : point);
        }
        return (points.length > WIDTH ? text.append('…') : text).toString();
    }

    /** A character as a shell argument would name it: {@code ';'}, {@code '\t'}. */
    public static String quoted(char character) {
        return character == '\t' ? "'\\t'" : "'" + character + "'";
    }
}

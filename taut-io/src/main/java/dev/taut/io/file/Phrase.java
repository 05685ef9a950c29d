package dev.taut.io.file;

/** How pieces of a file are shown in messages. */
public final class Phrase {
    private static final int WIDTH = 60;

    private Phrase() {}

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

package dev.taut.cli.terminal;

/** Colour where the stream is a terminal that wants it, nothing elsewhere; never the sole carrier of a meaning. */
public enum Style {
    PLAIN,
    COLOUR;

    private static final String RESET = "\u001b[0m";

    public String verb(String text) {
        return wrap("\u001b[1;32m", text);
    }

    public String error(String text) {
        return wrap("\u001b[1;31m", text);
    }

    public String warning(String text) {
        return wrap("\u001b[1;33m", text);
    }

    public String note(String text) {
        return wrap("\u001b[1;36m", text);
    }

    private String wrap(String start, String text) {
        return this == COLOUR ? start + text + RESET : text;
    }
}

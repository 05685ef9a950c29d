package dev.taut.design;

/**
 * One column of a design.
 *
 * @param name   distinct within the design, for example {@code famhist=Present}
 * @param source the table column it came from, for example {@code famhist}
 * @param shared whether it is scaled together with the other such columns of its source, as the words of a text are: by
 *     the root mean square of their standard deviations, so that rare words stay small
 */
public record Feature(String name, String source, boolean shared) {
    /** A column with a scale of its own. */
    public Feature(String name, String source) {
        this(name, source, false);
    }
}

package dev.taut.design;

/**
 * One column of a design.
 *
 * @param name   distinct within the design, for example {@code famhist=Present}
 * @param source the table column it came from, for example {@code famhist}
 */
public record Feature(String name, String source) {}

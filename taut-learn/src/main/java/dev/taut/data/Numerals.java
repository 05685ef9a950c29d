package dev.taut.data;

import java.util.Optional;
import java.util.regex.Pattern;

/** Tells text that is a plain decimal number from text that is not; {@code NaN}, {@code 1d} and {@code 0x1} are not. */
public final class Numerals {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private Numerals() {}

    public static boolean isNumber(String text) {
        return NUMBER.matcher(text.strip()).matches();
    }

    /** The number that the text says; empty if it says none. */
    public static Optional<Double> parse(String text) {
        return isNumber(text) ? Optional.of(Double.parseDouble(text.strip())) : Optional.empty();
    }
}

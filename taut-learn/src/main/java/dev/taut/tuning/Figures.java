package dev.taut.tuning;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as text for sentences. */
public final class Figures {
    private Figures() {}

    /** Four significant digits, without an exponent between 1e-4 and 1e7: {@code 6.083}, {@code 0.00471}, {@code 47.2}. */
    public static String of(double value) {
        return of(value, 4);
    }

    /** The same with other precision: {@code 0.82} of {@code 0.8243} for two digits. */
    public static String of(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        double size = Math.abs(value);
        return size >= 1e-4 && size < 1e7 ? rounded.toPlainString() : rounded.toString();
    }
}

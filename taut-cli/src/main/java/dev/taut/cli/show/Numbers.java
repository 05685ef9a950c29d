package dev.taut.cli.show;

import java.util.Locale;
import java.util.OptionalDouble;

/** How numbers look in tables. */
public final class Numbers {
    private static final String NONE = "–";

    private Numbers() {}

    /** Three significant digits, trailing zeros kept: 47.1, 6.08, 0.0047, 1 204, 1.2e-7. */
    public static String brief(double value) {
        return significant(value, 3);
    }

    public static String brief(OptionalDouble value) {
        return value.isPresent() ? brief(value.getAsDouble()) : NONE;
    }

    /** So many significant digits, but never fewer than a whole number has. */
    public static String significant(double value, int digits) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        double size = Math.abs(value);
        if (value == 0 || Double.isInfinite(value)) {
            return value == 0 ? "0" : value > 0 ? "∞" : "-∞";
        }
        if (size >= 1e7 || size < 1e-4) {
            return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value)
                    .replaceFirst("\\.?0*e([+-])0?", "e$1")
                    .replace("e+", "e");
        }
        return fixed(value, decimals(value, digits));
    }

    /** A fixed number of decimals. */
    public static String fixed(double value, int decimals) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A mean and its standard error with the same number of decimals: {@code 56.6 ± 1.4}. */
    public static String plusMinus(OptionalDouble mean, OptionalDouble error) {
        if (mean.isEmpty() || error.isEmpty() || Double.isNaN(error.getAsDouble())) {
            return brief(mean);
        }
        int least = decimals(mean.getAsDouble(), 3);
        int decimals = Math.max(least, Math.min(least + 1, decimals(error.getAsDouble(), 2)));
        return fixed(mean.getAsDouble(), decimals) + " ± " + fixed(error.getAsDouble(), decimals);
    }

    /** A difference of means like this one, with one decimal more than the mean itself, up to three. */
    static String like(OptionalDouble mean, double difference) {
        double size = mean.orElse(0);
        return fixed(difference, decimals(size, 3) + (Math.abs(size) >= 1 ? 1 : 0));
    }

    private static int decimals(double value, int digits) {
        double size = Math.abs(value);
        return size == 0 || !(size < 1e15)
                ? 0
                : Math.min(8, Math.max(0, digits - 1 - (int) Math.floor(Math.log10(size))));
    }

    /** As short as can be: 0.5, 1, 0.25. */
    static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    /** With its sign. */
    public static String signed(double value) {
        return value > 0 ? "+" + brief(value) : brief(value);
    }

    /** A share as whole per cent. */
    public static String percent(OptionalDouble share) {
        return share.isPresent() ? Math.round(100 * share.getAsDouble()) + " %" : NONE;
    }
}

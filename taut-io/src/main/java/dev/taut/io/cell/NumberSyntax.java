package dev.taut.io.cell;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/**
 * What counts as a number: an optional sign, digits with at most one decimal separator, an optional exponent; or
 * {@code inf} or {@code infinity} in any case. Nothing else does: no hexadecimal, no type suffix, no currency, no
 * percent sign. Groups of thousands count only if a separator for them was asked for, and only in groups of three.
 * Every value is the double nearest to what is written.
 *
 * @param decimal   the decimal separator, {@code .} or {@code ,}
 * @param thousands the separator between groups of three digits; {@link #NONE} if there is none
 */
public record NumberSyntax(char decimal, char thousands) {
    public static final char NONE = '\0';
    public static final NumberSyntax PLAIN = new NumberSyntax('.', NONE);

    /** Below this many digits the written integer is exactly a double. */
    private static final int EXACT_DIGITS = 15;

    /** Exact as doubles, so that one division rounds once: the nearest double (Clinger 1990). */
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    /** The number written in these characters; NaN if they are not one. */
    public double parse(char[] text, int from, int length) {
        int end = from + length;
        int i = from;
        boolean negative = length > 0 && text[i] == '-';
        if (negative || (length > 0 && text[i] == '+')) {
            i++;
        }
        int first = i;
        long digits = 0;
        for (; i < end && isDigit(text[i]); i++) {
            digits = digits * 10 + (text[i] - '0');
        }
        int count = i - first;
        int fraction = 0;
        if (i < end && text[i] == decimal) {
            int point = i++;
            for (; i < end && isDigit(text[i]); i++) {
                digits = digits * 10 + (text[i] - '0');
            }
            fraction = i - point - 1;
            count += fraction;
        }
        if (i == end && count > 0 && count <= EXACT_DIGITS) {
            double value = digits / POWERS[fraction];
            return negative ? -value : value;
        }
        return count == 0 ? infinity(text, first, end, negative) : longer(text, from, end, i);
    }

    /** The rarer forms: many digits, an exponent, thousands; {@code i} is the first character not yet understood. */
    private double longer(char[] text, int from, int end, int i) {
        if (i < end && thousands != NONE && text[i] == thousands) {
            return grouped(text, from, end);
        }
        if (i < end && (text[i] == 'e' || text[i] == 'E')) {
            i++;
            if (i < end && (text[i] == '-' || text[i] == '+')) {
                i++;
            }
            int exponent = i;
            while (i < end && isDigit(text[i])) {
                i++;
            }
            if (i == exponent) {
                return Double.NaN;
            }
        }
        if (i < end) {
            return Double.NaN;
        }
        if (decimal == '.') {
            return JavaDoubleParser.parseDouble(text, from, end - from);
        }
        return JavaDoubleParser.parseDouble(new String(text, from, end - from).replace(decimal, '.'));
    }

    private double grouped(char[] text, int from, int end) {
        String written = new String(text, from, end - from);
        int point = written.indexOf(decimal);
        String whole = point < 0 ? written : written.substring(0, point);
        String separator = java.util.regex.Pattern.quote(String.valueOf(thousands));
        if (!whole.matches("[-+]?\\d{1,3}(" + separator + "\\d{3})+")) {
            return Double.NaN;
        }
        String plain = whole.replace(String.valueOf(thousands), "") + (point < 0 ? "" : written.substring(point));
        return new NumberSyntax(decimal, NONE).parse(plain.toCharArray(), 0, plain.length());
    }

    private static double infinity(char[] text, int from, int end, boolean negative) {
        int length = end - from;
        if (length != 3 && length != 8) {
            return Double.NaN;
        }
        String word = new String(text, from, length);
        boolean infinite = word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("infinity");
        return infinite ? negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY : Double.NaN;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

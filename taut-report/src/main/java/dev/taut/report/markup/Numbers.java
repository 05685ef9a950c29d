package dev.taut.report.markup;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** Numbers as the page writes them: significant digits, a real minus sign, thin spaces in long integers. */
public final class Numbers {
    public static final String ABSENT = "–";
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final char THIN_SPACE = '\u202F';

    private Numbers() {}

    /** Three significant digits: {@code 0.0047}, {@code −209.7} is {@code −210}, {@code 1.3×10⁻⁷}. */
    public static String three(double value) {
        return significant(value, 3);
    }

    /** This many significant digits; powers of ten below 0.0001 and from 10⁷ on. */
    public static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "undefined" : value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < -4 || exponent >= 7) {
            BigDecimal mantissa = rounded.movePointLeft(exponent).stripTrailingZeros();
            return typeset(mantissa.toPlainString()) + "×10" + superscript(exponent);
        }
        return typeset(rounded.setScale(Math.max(0, digits - 1 - exponent), RoundingMode.HALF_EVEN)
                .toPlainString());
    }

    public static String three(OptionalDouble value) {
        return value.isPresent() ? three(value.getAsDouble()) : ABSENT;
    }

    /** A plain number without more digits than it needs, at most four significant: {@code 25}, {@code 0.5}. */
    public static String plain(double value) {
        String text = significant(value, 4);
        return text.indexOf('.') < 0 || text.indexOf('×') >= 0 ? text : text.replaceAll("\\.?0+$", "");
    }

    /** This many digits after the point. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value) || Math.abs(value) >= 1e7) {
            return significant(value, 3);
        }
        return typeset(
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString());
    }

    public static String count(long value) {
        return typeset(Long.toString(value));
    }

    /** A share of one as a whole percentage; what is not quite all or nothing never reads as all or nothing. */
    public static String percent(double share) {
        long whole = Math.round(share * 100);
        if (whole == 100 && share < 1) {
            return ">" + THIN_SPACE + "99" + THIN_SPACE + "%";
        }
        if (whole == 0 && share > 0) {
            return "<" + THIN_SPACE + "1" + THIN_SPACE + "%";
        }
        return typeset(Long.toString(whole)) + THIN_SPACE + "%";
    }

    private static String typeset(String digits) {
        boolean negative = digits.startsWith("-");
        String positive = negative ? digits.substring(1) : digits;
        int point = positive.indexOf('.');
        String whole = point < 0 ? positive : positive.substring(0, point);
        var text = new StringBuilder(negative && positive.chars().anyMatch(c -> c >= '1' && c <= '9') ? "−" : "");
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0 && whole.length() > 4) {
                text.append(THIN_SPACE);
            }
            text.append(whole.charAt(i));
        }
        return point < 0
                ? text.toString()
                : text.append(positive, point, positive.length()).toString();
    }

    private static String superscript(int exponent) {
        var text = new StringBuilder(exponent < 0 ? "⁻" : "");
        Integer.toString(Math.abs(exponent)).chars().forEach(c -> text.append(SUPERSCRIPTS.charAt(c - '0')));
        return text.toString();
    }
}

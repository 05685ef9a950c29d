package dev.taut.cli.option;

import java.util.Optional;

/**
 * Coefficients kept in an interval that contains 0: {@code spend_*=0..}, {@code age=..0}, {@code dose=-1..2}.
 *
 * @param columns a name or a pattern with {@code *}
 * @param lower   ≤ 0, may be −∞
 * @param upper   ≥ 0, may be +∞
 */
public record Bound(String columns, double lower, double upper) {
    private static final String EXAMPLE = "for example --bounds 'spend_*=0..'";

    static Bound parse(String text) {
        int equals = text.lastIndexOf('=');
        int dots = text.indexOf("..", equals + 1);
        if (equals < 1 || dots < 0) {
            throw Usage.refuse("--bounds", "`--bounds " + text + "`: COLUMN=LOWER..UPPER is needed", EXAMPLE);
        }
        double lower = end(text, text.substring(equals + 1, dots), Double.NEGATIVE_INFINITY);
        double upper = end(text, text.substring(dots + 2), Double.POSITIVE_INFINITY);
        if (!(lower <= 0 && upper >= 0)) {
            throw Usage.refuse("--bounds", "`--bounds " + text + "`: the interval must contain 0", EXAMPLE);
        }
        return new Bound(text.substring(0, equals).strip(), lower, upper);
    }

    private static double end(String text, String number, double open) {
        if (number.isBlank()) {
            return open;
        }
        Optional<Double> value = Usage.number(number);
        return value.orElseThrow(
                () -> Usage.refuse("--bounds", "`--bounds " + text + "`: `" + number + "` is not a number", EXAMPLE));
    }
}

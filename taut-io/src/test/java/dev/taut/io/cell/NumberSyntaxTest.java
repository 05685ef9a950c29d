package dev.taut.io.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberSyntaxTest {
    /** The value is the double nearest to the text, to the last bit, as the platform's own parser has it. */
    @Test
    void agreesWithThePlatformOnRandomTexts() {
        var random = new Random(20_260);
        for (int i = 0; i < 100_000; i++) {
            String text = text(random);
            double expected = Double.parseDouble(text);
            if (Double.compare(parse(NumberSyntax.PLAIN, text), expected) != 0) {
                assertThat(parse(NumberSyntax.PLAIN, text)).as(text).isEqualTo(expected);
            }
        }
    }

    private static String text(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Double.toString(Double.longBitsToDouble(random.nextLong() & 0x7FEFFFFFFFFFFFFFL));
            case 1 -> Long.toString(random.nextLong() >> random.nextInt(64));
            case 2 -> String.format(Locale.ROOT, "%." + random.nextInt(20) + "f", random.nextGaussian() * 1e4);
            case 3 -> "+." + random.nextInt(Integer.MAX_VALUE);
            case 4 -> (random.nextBoolean() ? "-" : "") + random.nextInt(1000) + "." + "0".repeat(random.nextInt(18));
            default -> random.nextInt(1_000_000) + (random.nextBoolean() ? "e" : "E-") + random.nextInt(320);
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0                |  0
                    -0               | -0.0
                    12.              |  12
                    999999999999999  |  999999999999999
                    9007199254740993 |  9007199254740992
                    INF              |  Infinity
                    -Infinity        | -Infinity
                    """)
    void numbers(String text, double value) {
        assertThat(parse(NumberSyntax.PLAIN, text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "+", "-", ".", "e5", "1e", "1e+", "1,5", "1 5", "0x1p3", "1d", "NaN", "in", "infinit", "1.5.2"
            })
    void notNumbers(String text) {
        assertThat(parse(NumberSyntax.PLAIN, text)).isNaN();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1,5            | 1.5
                    -,25e2         | -25
                    1.234,5        | 1234.5
                    1.234.567      | 1234567
                    0,123456789012345678901 | 0.12345678901234568
                    """)
    void withCommaAndThousands(String text, double value) {
        assertThat(parse(new NumberSyntax(',', '.'), text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.23", "1234.567,8", "1.5", "1.234.5", ".123", "1..234"})
    void groupsAreOfThree(String text) {
        assertThat(parse(new NumberSyntax(',', '.'), text)).isNaN();
    }

    private static double parse(NumberSyntax syntax, String text) {
        char[] around = ("9" + text + "9").toCharArray();
        return syntax.parse(around, 1, text.length());
    }
}

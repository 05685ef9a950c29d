package dev.taut.scale;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * How a library says a strength, in both directions: its factor of ‖β‖₁ is l1 times Taut's λ·l1Ratio, its factor of
 * ½‖β‖₂² is l2 times Taut's λ(1 − l1Ratio).
 */
public final class Translation implements Equivalent {
    private static final MathContext DIGITS = new MathContext(8);

    private final Dial dial;
    private final Mix mix;
    private final List<String> names;
    private final double l1;
    private final double l2;
    private final String call;
    private final String unpenalised;

    private Translation(Dial dial, Mix mix, List<String> names, double l1, double l2, String call, String unpenalised) {
        this.dial = dial;
        this.mix = mix;
        this.names = names;
        this.l1 = l1;
        this.l2 = l2;
        this.call = call;
        this.unpenalised = unpenalised;
    }

    /** With the library's units of Taut's two parts. */
    static Translation of(Dial dial, Mix mix, List<String> names, double l1, double l2) {
        return new Translation(dial, mix, names, l1, l2, "", "");
    }

    /** The call, in which a name in braces stands for its number. */
    Translation called(String template) {
        return new Translation(dial, mix, names, l1, l2, template, template);
    }

    /** The call without a penalty, where that is another one. */
    Translation unpenalised(String otherCall) {
        return new Translation(dial, mix, names, l1, l2, call, otherCall);
    }

    /** What the library calls its numbers, the strength first. */
    public List<String> names() {
        return names;
    }

    /** Whether the second number is the share of L1. */
    public boolean asksForShare() {
        return dial == Dial.STRENGTH_AND_SHARE || dial == Dial.INVERSE_AND_SHARE;
    }

    /** The library's numbers for a strength, in the order of {@link #names()}. */
    public double[] numbers(Strength strength) {
        return dial.numbers(l1 * strength.l1(), l2 * strength.l2(), mix);
    }

    /**
     * The strength that the library's numbers mean.
     *
     * @throws IllegalArgumentException if there are not as many as {@link #names()}, or one is out of its range
     */
    public Strength strength(double... numbers) {
        if (numbers.length != names.size()) {
            throw new IllegalArgumentException(names + " are " + names.size() + " numbers, not " + numbers.length);
        }
        if (dial.isInverse() && !(numbers[0] > 0)) {
            throw new IllegalArgumentException(names.get(0) + " must be > 0, not " + numbers[0]);
        }
        double[] parts = dial.parts(numbers, mix);
        return Strength.of(parts[0] / l1, parts[1] / l2, mix.purely());
    }

    /** The library's call for a strength, numbers to eight digits. */
    public String call(Strength strength) {
        String text = strength.lambda() == 0 ? unpenalised : call;
        double[] numbers = numbers(strength);
        for (int k = 0; k < numbers.length; k++) {
            text = text.replace("{" + names.get(k) + "}", figure(numbers[k]));
        }
        return text;
    }

    private static String figure(double number) {
        if (number == 0 || Double.isInfinite(number)) {
            return number == 0 ? "0" : "Inf";
        }
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        return number >= 1e-4 && number < 1e7 ? rounded.toPlainString() : rounded.toString();
    }
}

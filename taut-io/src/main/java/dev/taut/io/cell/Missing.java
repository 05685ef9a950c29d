package dev.taut.io.cell;

import java.util.Collection;

/**
 * The words that stand for "no value". A cell is missing if its trimmed text is one of them, letter by letter (so
 * {@code NA} is missing and {@code Na}, sodium, is not), quoted or not. The empty cell is always missing. A word that
 * reads as a number also marks every number of that value: {@code -999} takes {@code -999.0} with it, and {@code inf}
 * both infinities.
 */
public final class Missing {
    private final char[][] words;
    private final double[] values;

    private Missing(char[][] words, double[] values) {
        this.words = words;
        this.values = values;
    }

    public static Missing of(Collection<String> words, NumberSyntax numbers) {
        char[][] letters =
                words.stream().map(String::strip).map(String::toCharArray).toArray(char[][]::new);
        double[] values = words.stream()
                .map(word -> word.strip().toCharArray())
                .mapToDouble(word -> numbers.parse(word, 0, word.length))
                .filter(value -> !Double.isNaN(value))
                .map(value -> Double.isInfinite(value) ? Math.abs(value) : value)
                .toArray();
        return new Missing(letters, values);
    }

    /** True if the trimmed cell is empty or one of the words. */
    boolean isWord(char[] text, int from, int length) {
        if (length == 0) {
            return true;
        }
        for (char[] word : words) {
            if (word.length == length && equal(word, text, from)) {
                return true;
            }
        }
        return false;
    }

    /** True if this number stands for "no value". */
    boolean isValue(double value) {
        for (double missing : values) {
            if (value == missing || (Double.isInfinite(missing) && Double.isInfinite(value))) {
                return true;
            }
        }
        return false;
    }

    private static boolean equal(char[] word, char[] text, int from) {
        for (int i = 0; i < word.length; i++) {
            if (word[i] != text[from + i]) {
                return false;
            }
        }
        return true;
    }
}

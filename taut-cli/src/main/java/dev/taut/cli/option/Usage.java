package dev.taut.cli.option;

import dev.taut.finding.Code;
import dev.taut.finding.DidYouMean;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns the words after a flag into values, or refuses them (T0001) with what would be right. */
public final class Usage {
    private Usage() {}

    /** A refusal of what was typed. */
    public static Refused refuse(String subject, String message, String... remedies) {
        return new Refused(Finding.of(Code.USAGE, subject, message).help(remedies));
    }

    /** A whole number of at least {@code least}. */
    public static int whole(String flag, String text, int least) {
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException notOne) {
            // Said below, the same way as a number that is too small.
        }
        throw refuse(flag, "`" + flag + " " + text + "`: a whole number of at least " + least + " is needed");
    }

    /** Any whole number. */
    public static long seed(String flag, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw refuse(flag, "`" + flag + " " + text + "`: a whole number is needed");
        }
    }

    /** A number in [least, most]; infinite ends leave a side open. */
    public static double number(String flag, String text, double least, double most) {
        Optional<Double> value = number(text);
        if (value.isPresent() && value.get() >= least && value.get() <= most) {
            return value.get();
        }
        String range = Double.isInfinite(most)
                ? Double.isInfinite(least) ? "a number" : "a number of at least " + plain(least)
                : "a number from " + plain(least) + " to " + plain(most);
        throw refuse(flag, "`" + flag + " " + text + "`: " + range + " is needed");
    }

    /** A finite number, if the text is one; a decimal comma is not. */
    static Optional<Double> number(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** One of these words, whatever its letter case. */
    public static String choice(String flag, String text, List<String> words) {
        String typed = text.strip().toLowerCase(Locale.ROOT);
        if (words.contains(typed)) {
            return typed;
        }
        String command = flag.startsWith("-") ? flag : "taut " + flag;
        String[] near = DidYouMean.of(typed, words)
                .map(w -> new String[] {command + " " + w})
                .orElse(new String[0]);
        throw refuse(flag, "`" + flag + " " + text + "`: it is one of " + String.join(", ", words), near);
    }

    /** A single character; {@code tab} and {@code \t} are a tab. */
    static char character(String flag, String text) {
        if (text.equals("\\t") || text.equalsIgnoreCase("tab")) {
            return '\t';
        }
        if (text.length() != 1) {
            throw refuse(
                    flag, "`" + flag + " " + text + "`: a single character is needed", "for example " + flag + " ';'");
        }
        return text.charAt(0);
    }

    static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}

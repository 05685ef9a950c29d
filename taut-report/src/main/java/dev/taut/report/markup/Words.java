package dev.taut.report.markup;

import java.util.List;

/** Names and counts as a sentence wants them. */
public final class Words {
    private static final List<String> SMALL =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private static final int NAME = 40;

    private Words() {}

    /** {@code 1 feature}, {@code 12 features}. */
    public static String count(long number, String noun) {
        return Numbers.count(number) + " " + (number == 1 ? noun : plural(noun));
    }

    /** {@code five features}, {@code 12 features}: in words up to ten. */
    public static String spelled(int number, String noun) {
        return (number < SMALL.size() ? SMALL.get(number) : Numbers.count(number)) + " "
                + (number == 1 ? noun : plural(noun));
    }

    /** {@code a, b and c}; the tail beyond the limit becomes {@code and 7 more}, unless the list was cut before. */
    public static String list(List<String> names, int limit) {
        if (names.isEmpty()) {
            return "";
        }
        if (names.get(names.size() - 1).startsWith("…")) {
            return String.join(", ", names);
        }
        if (names.size() > limit) {
            return String.join(", ", names.subList(0, limit)) + " and " + Numbers.count(names.size() - limit) + " more";
        }
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** The name, or its beginning if it is too long for a sentence. */
    public static String brief(String name) {
        return name.codePointCount(0, name.length()) <= NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME - 1)) + "…";
    }

    public static String capital(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + sentence.substring(1);
    }

    private static String plural(String noun) {
        return noun.endsWith("s") || noun.endsWith("x") ? noun + "es" : noun + "s";
    }
}

package dev.taut.finding;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How names, counts, rows and flags are written in every finding, so that the same thing always reads the same. */
public final class Wording {
    private static final int ROWS_SHOWN = 3;
    private static final int QUOTED = 40;

    private Wording() {}

    /** {@code 20640} as {@code 20 640}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    /** {@code 1 row}, {@code 37 rows}, {@code 4 classes}. */
    public static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** A share of 1 as a percentage with one decimal: {@code 5.8 %}; never 0.0 % or 100.0 % unless exactly so. */
    public static String percent(double share) {
        String text = String.format(Locale.ROOT, "%.1f %%", 100 * share);
        if (share > 0 && text.equals("0.0 %")) {
            return "< 0.1 %";
        }
        return share < 1 && text.equals("100.0 %") ? "> 99.9 %" : text;
    }

    /** A number with as many digits as a reader needs: whole numbers whole, others with four significant digits. */
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return count((long) value);
        }
        double size = Math.abs(value);
        if (size >= 1e6 || size < 1e-4) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
        int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /** {@code `name`}. */
    public static String name(String column) {
        return "`" + column + "`";
    }

    /** A value of a cell, {@code "Paris"}, cut where it is longer than a word or two. */
    public static String quoted(String cell) {
        int shown = cell.codePointCount(0, cell.length()) <= QUOTED
                ? cell.length()
                : cell.offsetByCodePoints(0, QUOTED - 1);
        return "\"" + (shown == cell.length() ? cell : cell.substring(0, shown).stripTrailing() + "…") + "\"";
    }

    /** {@code a, b, c and 4 more}. */
    public static String list(Collection<String> items, int shown) {
        if (items.size() <= shown) {
            return String.join(", ", items);
        }
        String head = items.stream().limit(shown).collect(Collectors.joining(", "));
        return head + " and " + count(items.size() - shown) + " more";
    }

    /** Row numbers counted from 1, given positions counted from 0: {@code row 9}, {@code rows 44, 107, 3 118 …}. */
    public static String rows(int[] positions) {
        StringBuilder text = new StringBuilder(positions.length == 1 ? "row " : "rows ");
        for (int i = 0; i < Math.min(positions.length, ROWS_SHOWN); i++) {
            text.append(i == 0 ? "" : ", ").append(count(positions[i] + 1L));
        }
        return positions.length > ROWS_SHOWN ? text + " …" : text.toString();
    }

    /** {@code --exclude a,b}, quoted for a shell where a name needs it. */
    public static String flag(String flag, Collection<String> names) {
        return flag + " " + shell(String.join(",", names));
    }

    /** {@code --exclude a}, quoted for a shell where the name needs it. */
    public static String flag(String flag, String name) {
        return flag(flag, List.of(name));
    }

    private static String shell(String word) {
        if (word.matches("[\\p{L}\\p{N}_.,:@%+=/-]+")) {
            return word;
        }
        return "'" + word.replace("'", "'\\''") + "'";
    }
}

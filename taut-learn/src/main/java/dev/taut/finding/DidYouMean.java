package dev.taut.finding;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a misspelt one was meant to be: by letter case, by separators, then by edit distance. */
public final class DidYouMean {
    private DidYouMean() {}

    /**
     * The nearest of {@code names}, if it is near enough to be meant: at most one slip (a letter added, lost, changed
     * or two neighbours swapped) per three letters; or the only one that begins like it.
     */
    public static Optional<String> of(String typed, Collection<String> names) {
        String wanted = plain(typed);
        String best = "";
        int bestDistance = Math.min(Math.max(1, wanted.length() / 3) + 1, wanted.length());
        for (String name : names) {
            int distance = distance(wanted, plain(name), bestDistance);
            if (distance < bestDistance) {
                bestDistance = distance;
                best = name;
            }
        }
        return best.isEmpty() ? beginning(wanted, names) : Optional.of(best);
    }

    private static Optional<String> beginning(String wanted, Collection<String> names) {
        List<String> longer =
                names.stream().filter(name -> plain(name).startsWith(wanted)).toList();
        return longer.size() == 1 && wanted.length() > 2 ? Optional.of(longer.get(0)) : Optional.empty();
    }

    /** Lower case without separators: {@code Sepal.Length}, {@code sepal_length} and {@code SepalLength} agree. */
    private static String plain(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
        return letters.isEmpty() ? name : letters;
    }

    /** Optimal string alignment distance; stops early once it must reach {@code limit}. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 ? j : j == 0 ? i : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}

package dev.taut.io.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What the user may have meant: the known name with the fewest edits, if that is close enough to be worth saying. */
public final class Nearest {
    private Nearest() {}

    /** The closest of {@code known}: equal but for case first, else at most one edit per three letters. */
    public static Optional<String> to(String word, Collection<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, word.length() / 3);
        record Candidate(String name, int edits) {}
        return known.stream()
                .map(name -> new Candidate(name, edits(lower, name.toLowerCase(Locale.ROOT), limit)))
                .filter(candidate -> candidate.edits <= limit)
                .min(Comparator.comparingInt(Candidate::edits).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /**
     * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours; a value above
     * {@code limit} only says "too far".
     */
    static int edits(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swap = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swap ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}

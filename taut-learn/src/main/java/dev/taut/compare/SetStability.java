package dev.taut.compare;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How much the sets of features that the folds keep agree.
 *
 * <p>The training rows of two of K folds share the fraction (K − 2)/(K − 1): sets agree more than those of separate
 * samples would.
 *
 * @param meanSize    features kept, on average
 * @param jaccard     mean of |A ∩ B| / |A ∪ B| over pairs of folds; 1 for two empty sets
 * @param corrected   1 − [Σⱼ M/(M−1)·fⱼ(1 − fⱼ)/p] / [k̄/p·(1 − k̄/p)] with fⱼ the share of the M folds that keep feature
 *     j, k̄ the mean size and p the number of features: 1 if all folds agree, 0 if they agree as random sets of their sizes
 *     would (Nogueira, Sechidis and Brown 2018, equation 4; for sets of equal size Kuncheva's index); empty where every fold
 *     keeps everything, or nothing
 * @param frequencies of the features that any fold keeps, the most frequent first
 */
record SetStability(double meanSize, double jaccard, OptionalDouble corrected, Map<String, Double> frequencies) {
    /** @param columns p */
    static SetStability of(List<Set<String>> sets, int columns) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        sets.forEach(set -> set.forEach(name -> counts.merge(name, 1, Integer::sum)));
        int folds = sets.size();
        Map<String, Double> frequencies = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .forEach(e -> frequencies.put(e.getKey(), e.getValue() / (double) folds));
        double size = sets.stream().mapToInt(Set::size).average().orElse(0);
        return new SetStability(size, jaccard(sets), corrected(frequencies, size, columns, folds), frequencies);
    }

    /** The same where what the sets differ in is not chosen: a level that a fold has not seen. */
    SetStability withoutChoice() {
        return new SetStability(meanSize, jaccard, OptionalDouble.empty(), frequencies);
    }

    private static OptionalDouble corrected(Map<String, Double> frequencies, double size, int columns, int folds) {
        double share = size / columns;
        if (folds < 2 || !(share > 0 && share < 1)) {
            return OptionalDouble.empty();
        }
        double variance = frequencies.values().stream()
                        .mapToDouble(f -> f * (1 - f) * folds / (folds - 1))
                        .sum()
                / columns;
        return OptionalDouble.of(1 - variance / (share * (1 - share)));
    }

    private static double jaccard(List<Set<String>> sets) {
        if (sets.stream().distinct().count() == 1) {
            return 1;
        }
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < sets.size(); a++) {
            for (int b = a + 1; b < sets.size(); b++) {
                Set<String> both = new HashSet<>(sets.get(a));
                both.retainAll(sets.get(b));
                int either = sets.get(a).size() + sets.get(b).size() - both.size();
                sum += either == 0 ? 1 : both.size() / (double) either;
                pairs++;
            }
        }
        return pairs == 0 ? 1 : sum / pairs;
    }
}

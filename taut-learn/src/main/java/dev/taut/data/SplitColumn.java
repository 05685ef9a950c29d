package dev.taut.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads a split column: which rows train, and which are held out.
 *
 * <p>Words: {@code train}, {@code training}, {@code learn} train; {@code test}, {@code holdout}, {@code held out},
 * {@code valid}, {@code validation} are held out. {@code 1}, {@code true}, {@code yes}, {@code t}, {@code y} train, and
 * their opposites are held out; the other way round if the column's own name says test, holdout or valid.
 */
public final class SplitColumn {
    private static final Set<String> TRAIN = Set.of("train", "training", "learn");
    private static final Set<String> HELD = Set.of("test", "holdout", "heldout", "valid", "validation");
    private static final Set<String> YES = Set.of("1", "true", "yes", "t", "y");
    private static final Set<String> NO = Set.of("0", "false", "no", "f", "n");

    private SplitColumn() {}

    /** Per row whether it trains; empty if a cell is missing or says neither. */
    public static Optional<boolean[]> training(Column split) {
        String name = plain(split.name());
        boolean yesTrains = HELD.stream().noneMatch(name::contains);
        boolean[] training = new boolean[split.size()];
        for (int i = 0; i < training.length; i++) {
            String word = plain(split.text(i));
            boolean trains = TRAIN.contains(word) || (yesTrains ? YES : NO).contains(word);
            if (!trains && !HELD.contains(word) && !(yesTrains ? NO : YES).contains(word)) {
                return Optional.empty();
            }
            training[i] = trains;
        }
        return Optional.of(training);
    }

    /** The distinct cells, a missing one as {@code (missing)}; at most six. */
    public static List<String> values(Column split) {
        return IntStream.range(0, split.size())
                .mapToObj(i -> split.isMissing(i) ? "(missing)" : split.text(i))
                .distinct()
                .limit(6)
                .toList();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }
}

package dev.taut.fold;

import dev.taut.finding.Finding;
import java.util.List;

/**
 * The folds of one dataset, and what is worth knowing about them.
 *
 * @param splits   [repeat][fold]; every repeat has equally many folds
 * @param scheme   {@code random}, {@code stratified}, {@code grouped}, {@code time-ordered} or {@code leave-one-out}
 * @param findings warnings and notes, for example a class with fewer rows than folds (T0206); usually empty
 */
public record FoldPlan(List<List<Split>> splits, String scheme, List<Finding> findings) {
    public FoldPlan {
        splits = splits.stream().map(List::copyOf).toList();
        findings = List.copyOf(findings);
    }

    /** Folds per repeat; may be fewer than asked for, with a finding. */
    public int folds() {
        return splits.get(0).size();
    }

    public int repeats() {
        return splits.size();
    }
}

package dev.taut.knockoff;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The outcome of a {@link KnockoffFilter}.
 *
 * @param filter       what was asked for, construction and statistic settled
 * @param construction what the copies imitate
 * @param statistic    how columns and copies were compared
 * @param threshold    that W must reach; empty if no threshold keeps the target, and nothing is selected
 * @param share        how far correlations were shrunk, 0 for fixed copies
 * @param features     every column, the largest W first
 */
public record Knockoffs(
        KnockoffFilter filter,
        Construction construction,
        Statistic statistic,
        OptionalDouble threshold,
        double share,
        List<FeatureKnockoff> features) {
    public Knockoffs {
        features = List.copyOf(features);
    }

    /** The names of the selected columns, the largest W first. */
    public List<String> selected() {
        return features.stream()
                .filter(FeatureKnockoff::selected)
                .map(FeatureKnockoff::feature)
                .toList();
    }
}

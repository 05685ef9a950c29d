package dev.taut.run;

import java.util.List;

/**
 * How often features are selected by halves of the rows.
 *
 * @param pairs        pairs of complementary halves
 * @param features     how many could be selected
 * @param threshold    share of halves that must select a feature
 * @param budget       the most features that one half may select
 * @param expected     upper bound of the expected number of false selections
 * @param assumption   under which it holds: none, unimodal or r-concave
 * @param meanSelected mean number of features that a half selects
 * @param unfitted     halves that could not be fitted and select nothing
 * @param lambdas      the λ of the curves, strongest first
 * @param rows         the features that any half selects, most frequent first, at most 200
 * @param swaps        correlated features that take each other's place
 * @param plan         how the halves were computed, one sentence
 */
public record StabilitySummary(
        int pairs,
        int features,
        double threshold,
        int budget,
        double expected,
        String assumption,
        double meanSelected,
        int unfitted,
        List<Double> lambdas,
        List<Row> rows,
        List<Swap> swaps,
        String plan) {
    public StabilitySummary {
        lambdas = List.copyOf(lambdas);
        rows = List.copyOf(rows);
        swaps = List.copyOf(swaps);
    }

    /**
     * @param source    the table column that the feature comes from
     * @param frequency share of halves that select it
     * @param selected  whether that reaches the threshold
     * @param curve     the share that selects it down to each λ; empty but for the 40 most frequent
     */
    public record Row(String feature, String source, double frequency, boolean selected, List<Double> curve) {
        public Row {
            curve = List.copyOf(curve);
        }
    }

    /**
     * @param first       the one selected more often
     * @param second      its partner
     * @param correlation of the two columns
     * @param either      share of halves that select at least one of them
     * @param both        share of halves that select both
     */
    public record Swap(String first, String second, double correlation, double either, double both) {}
}

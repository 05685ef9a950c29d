package dev.taut.stability;

/**
 * Two correlated features of which one takes the other's place: together they are selected more often than either, and
 * seldom both.
 *
 * @param first       the one selected more often
 * @param second      its partner
 * @param correlation of the two columns, weighted, on all rows
 * @param either      share of halves that select at least one of them
 * @param both        share of halves that select both
 */
public record Swap(String first, String second, double correlation, double either, double both) {}

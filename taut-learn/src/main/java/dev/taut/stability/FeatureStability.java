package dev.taut.stability;

/**
 * How stable the selection of a feature is.
 *
 * @param feature   a column of the design
 * @param source    the table column that it comes from
 * @param frequency share of halves that select it
 * @param selected  whether that reaches the threshold
 */
public record FeatureStability(String feature, String source, double frequency, boolean selected) {}

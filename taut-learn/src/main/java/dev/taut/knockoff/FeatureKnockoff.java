package dev.taut.knockoff;

import java.util.OptionalDouble;

/**
 * A column and its copy.
 *
 * @param feature    a column of the design
 * @param source     the table column that it comes from
 * @param own        what the column reaches: the λ of its entry, or the size of its coefficient
 * @param copy       what its copy reaches
 * @param statistic  W, positive where the column wins
 * @param separation 1 − correlation of column and copy, as far as it was planned
 * @param level      the least target at which the column is selected; empty if at none below 1
 * @param selected   whether W reaches the threshold
 */
public record FeatureKnockoff(
        String feature,
        String source,
        double own,
        double copy,
        double statistic,
        double separation,
        OptionalDouble level,
        boolean selected) {}

package dev.taut.penalty;

import dev.taut.design.Features;
import java.util.Arrays;

/**
 * Factors and bounds, one per column.
 *
 * @param factors ≥ 0, what λ is multiplied by
 * @param lower   ≤ 0
 * @param upper   ≥ 0
 */
public record Adjustments(double[] factors, double[] lower, double[] upper) {
    /** Factors alone. */
    static Adjustments of(double[] factors) {
        double[] lower = new double[factors.length];
        double[] upper = new double[factors.length];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        return new Adjustments(factors, lower, upper);
    }

    /** For penalties whose columns are not independent of each other. */
    void refuseBounds(Penalty penalty) {
        for (int j = 0; j < lower.length; j++) {
            if (!Double.isInfinite(lower[j]) || !Double.isInfinite(upper[j])) {
                throw new IllegalArgumentException("bounds on coefficients cannot be combined with the penalty "
                        + penalty.name() + "; none, ridge, lasso and enet allow them");
            }
        }
    }

    /** For penalties of whole groups. */
    void refuseMixed(Penalty penalty, int[] group, Features features) {
        if (Arrays.stream(group).mapToDouble(j -> factors[j]).distinct().count() > 1) {
            String first = features.get(group[0]).name();
            String last = features.get(group[group.length - 1]).name();
            throw new IllegalArgumentException("the penalty " + penalty.name()
                    + " needs one penalty factor for all columns of a group, and " + first + " … " + last
                    + " have several: give them the same, or take none, ridge, lasso, enet, mcp or scad");
        }
    }

    /** For penalties that compare coefficients. */
    void refuseFactors(Penalty penalty) {
        for (double factor : factors) {
            if (factor != 0 && factor != 1) {
                throw new IllegalArgumentException("the penalty " + penalty.name()
                        + " takes no penalty factors but 0, for columns that are free, not " + factor
                        + "; group, lasso and enet do");
            }
        }
    }
}

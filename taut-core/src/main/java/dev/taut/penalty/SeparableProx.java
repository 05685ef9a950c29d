package dev.taut.penalty;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A convex penalty that is a sum over coordinates, g(β) = Σⱼ gⱼ(βⱼ) with gⱼ(0) = 0. Everything a solver or a
 * certificate asks follows from four small functions: {@link #value(int, double)}, {@link #slope}, {@link #bend} and
 * {@link #step}.
 */
public non-sealed interface SeparableProx extends Prox {
    /** Every coefficient held at zero. */
    static SeparableProx allZero(int columns) {
        boolean[] held = new boolean[columns];
        Arrays.fill(held, true);
        return held(held);
    }

    /** These columns held at zero, the others free. */
    static SeparableProx held(boolean... columns) {
        return new HeldAtZero(columns.clone());
    }

    /** gⱼ(b). */
    double value(int column, double b);

    /**
     * g′ⱼ(b); at b = 0 the one-sided derivative on the side of {@code side}. In the limit of huge |b| it is the
     * recession slope, +∞ for quadratic growth.
     *
     * @param side +1 or −1
     */
    double slope(int column, double b, int side);

    /** g″ⱼ(b) at b ≠ 0, inside the bounds. */
    double bend(int column, double b);

    /**
     * argmin over b of ½·curvature·b² − u·b + gⱼ(b).
     *
     * @param curvature ≥ 0; with 0 the result may be ±∞
     */
    double step(int column, double u, double curvature);

    /** Whether every column has the same gⱼ, so that one column can answer for all. */
    default boolean isUniform() {
        return false;
    }

    /** The least value that coefficient may take. */
    default double lower(int column) {
        return Double.NEGATIVE_INFINITY;
    }

    /** The largest value that coefficient may take. */
    default double upper(int column) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    default boolean hasZeros() {
        return IntStream.range(0, columns()).anyMatch(j -> slope(j, 0, 1) != slope(j, 0, -1));
    }

    @Override
    default SeparableProx onlyFree() {
        return new OnlyFree(this);
    }

    @Override
    default double value(double[] beta) {
        int p = columns();
        double sum = 0;
        for (int c = 0; c < beta.length; c++) {
            if (beta[c] != 0) {
                sum += value(c % p, beta[c]);
            }
        }
        return sum;
    }

    /**
     * Distance of −gradient from the subdifferential ∂gⱼ(b): zero exactly at a solution.
     *
     * @param gradient derivative of the datafit with respect to this coefficient
     */
    default double violation(int column, double b, double gradient) {
        boolean atLower = b <= lower(column);
        boolean atUpper = b >= upper(column);
        double left = atLower ? Double.NEGATIVE_INFINITY : slope(column, b, -1);
        double right = atUpper ? Double.POSITIVE_INFINITY : slope(column, b, 1);
        return Math.max(0, Math.max(left + gradient, -gradient - right));
    }

    /** gⱼ*(u) = sup over b of u·b − gⱼ(b); +∞ outside its domain. */
    default double conjugate(int column, double u) {
        double b = step(column, u, 0);
        return Double.isInfinite(b) ? Double.POSITIVE_INFINITY : u * b - value(column, b);
    }

    /** The largest t ≥ 0 for which gⱼ*(side·t) is finite: λ·l1Ratio for the lasso, +∞ for ridge or a bounded side. */
    default double dualLimit(int column, int side) {
        if (Double.isFinite(side > 0 ? upper(column) : lower(column))) {
            return Double.POSITIVE_INFINITY;
        }
        double recession = side * slope(column, side * 1e100, side);
        return recession > 1e80 ? Double.POSITIVE_INFINITY : recession;
    }

    /** Whether the coefficient is neither penalised nor bounded: such columns are fitted like the intercept. */
    default boolean isFree(int column) {
        return dualLimit(column, 1) == 0 && dualLimit(column, -1) == 0;
    }
}

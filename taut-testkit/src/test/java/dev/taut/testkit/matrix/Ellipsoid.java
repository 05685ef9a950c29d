package dev.taut.testkit.matrix;

import java.util.Arrays;

/**
 * The minimum of a convex function over a ball, between bounds that are proved: ellipsoids that shrink around it, cut by
 * subgradients (Yudin and Nemirovskii 1976; Shor 1977; deep cuts after Grötschel, Lovász and Schrijver 1988, §3). It asks for no
 * smoothness and no structure, and for nothing but values and subgradients. A point that is best in a ball around it is best
 * everywhere.
 */
final class Ellipsoid {
    private static final int MOST_CUTS = 400_000;

    /** A convex function between bounds of its variables. */
    interface Convex {
        int variables();

        /** The value, +∞ where it is not defined, and a subgradient, or there a direction away from where it is. */
        double at(double[] x, double[] slopes);

        double lower(int variable);

        double upper(int variable);
    }

    /**
     * The minimum in the ball lies in [lower, value].
     *
     * @param value at {@code point}
     */
    record Bracket(double lower, double value, double[] point, int cuts) {}

    private final Convex function;
    private final double[] center;
    private final double[][] shape;
    private final double[] slopes;
    private final double[] product;
    private double best;
    private double[] point;
    private double lower = Double.NEGATIVE_INFINITY;

    private Ellipsoid(Convex function, double[] start, double radius) {
        this.function = function;
        // One variable more, on which nothing depends: in one dimension there are no ellipsoids.
        int d = start.length + 1;
        this.center = Arrays.copyOf(start, d);
        this.shape = new double[d][d];
        for (int i = 0; i < d; i++) {
            shape[i][i] = radius * radius;
        }
        this.slopes = new double[d];
        this.product = new double[d];
        this.point = start.clone();
        this.best = function.at(start, new double[start.length]);
    }

    /**
     * The minimum in a ball, to this width.
     *
     * @param start  the center, within the bounds
     */
    static Bracket minimum(Convex function, double[] start, double radius, double width) {
        return new Ellipsoid(function, start, radius).shrunk(width);
    }

    private Bracket shrunk(double width) {
        int cuts = 0;
        while (best - lower > width && cuts < MOST_CUTS) {
            double depth = cut();
            if (!(depth < 1)) {
                // Nothing is left that could be better than the best.
                lower = best;
                break;
            }
            shrink(depth);
            cuts++;
        }
        return new Bracket(lower, best, point, cuts);
    }

    /** Chooses a half-space that contains the minimum: its depth, in units of the ellipsoid's extent along the slopes. */
    private double cut() {
        Arrays.fill(slopes, 0);
        double beyond = bound();
        if (beyond > 0) {
            return beyond / extent();
        }
        double[] x = Arrays.copyOf(center, function.variables());
        double[] subgradient = new double[x.length];
        double value = function.at(x, subgradient);
        System.arraycopy(subgradient, 0, slopes, 0, x.length);
        double extent = extent();
        if (Double.isInfinite(value)) {
            return 0;
        }
        if (value < best) {
            best = value;
            point = x;
        }
        lower = Math.max(lower, Math.min(best, value - extent));
        return extent > 0 ? (value - best) / extent : 1;
    }

    private double bound() {
        for (int i = 0; i < function.variables(); i++) {
            double above = center[i] - function.upper(i);
            double below = function.lower(i) - center[i];
            if (above > 0 || below > 0) {
                slopes[i] = above > 0 ? 1 : -1;
                return Math.max(above, below);
            }
        }
        return 0;
    }

    /** √gᵀPg, with P·g left in {@link #product}. */
    private double extent() {
        double square = 0;
        for (int i = 0; i < center.length; i++) {
            double sum = 0;
            double[] row = shape[i];
            for (int j = 0; j < center.length; j++) {
                sum += row[j] * slopes[j];
            }
            product[i] = sum;
            square += sum * slopes[i];
        }
        return Math.sqrt(Math.max(square, 0));
    }

    private void shrink(double depth) {
        int d = center.length;
        double extent = 0;
        for (int i = 0; i < d; i++) {
            extent += product[i] * slopes[i];
        }
        extent = Math.sqrt(extent);
        double move = (1 + d * depth) / (d + 1) / extent;
        double widen = (double) d * d * (1 - depth * depth) / ((double) d * d - 1);
        double flatten = 2 * (1 + d * depth) / ((d + 1) * (1 + depth)) / (extent * extent);
        for (int i = 0; i < d; i++) {
            center[i] -= move * product[i];
            for (int j = 0; j <= i; j++) {
                double entry = widen * (shape[i][j] - flatten * product[i] * product[j]);
                shape[i][j] = entry;
                shape[j][i] = entry;
            }
        }
    }
}

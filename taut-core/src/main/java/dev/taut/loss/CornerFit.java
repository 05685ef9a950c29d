package dev.taut.loss;

import java.util.Arrays;
import java.util.Comparator;

/**
 * F(η) = Σ wᵢ [ upperᵢ·max(0, dᵢ − ε) − lowerᵢ·max(0, −dᵢ − ε) ] with dᵢ = ηᵢ − placeᵢ: flat within ε of a place, straight
 * outside. The arrays are not to be changed. Per row ℓ*(u) = u·place + ε|u| for u in [lower, upper], +∞ elsewhere.
 *
 * @param place where the corner is, or the middle of the flat
 * @param lower ≤ 0, the slope on the left
 * @param upper ≥ 0, the slope on the right
 * @param weights wᵢ ≥ 0, of sum 1
 */
public record CornerFit(double[] place, double epsilon, double[] lower, double[] upper, double[] weights)
        implements DualDatafit {
    /** Rounding that a slope divided by its weight may carry beyond its box. */
    private static final double ROUNDING = 1e-14;

    @Override
    public int rows() {
        return place.length;
    }

    @Override
    public double value(double[] eta) {
        double sum = 0;
        for (int i = 0; i < place.length; i++) {
            double d = eta[i] - place[i];
            sum += weights[i] * (upper[i] * Math.max(0, d - epsilon) - lower[i] * Math.max(0, -d - epsilon));
        }
        return sum;
    }

    /** A subgradient: of the slopes at a corner, the one nearest to 0. */
    @Override
    public void gradient(double[] eta, double[] out) {
        for (int i = 0; i < place.length; i++) {
            double d = eta[i] - place[i];
            out[i] = weights[i] * (d > epsilon ? upper[i] : d < -epsilon ? lower[i] : 0);
        }
    }

    @Override
    public void curvature(double[] eta, double[] out) {
        Arrays.fill(out, 0);
    }

    @Override
    public double curvatureBound() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double conjugate(double[] r) {
        double sum = 0;
        for (int i = 0; i < place.length; i++) {
            double slack = ROUNDING * weights[i];
            if (r[i] < lower[i] * weights[i] - slack || r[i] > upper[i] * weights[i] + slack) {
                return Double.POSITIVE_INFINITY;
            }
            sum += r[i] * place[i] + epsilon * Math.abs(r[i]);
        }
        return sum;
    }

    @Override
    public double saturated() {
        return 0;
    }

    /** A weighted quantile of the corners; where a whole interval is best, its middle. */
    @Override
    public double[] intercepts() {
        int n = place.length;
        if (n == 0) {
            return new double[1];
        }
        Corner[] corners = new Corner[2 * n];
        double slope = 0;
        for (int i = 0; i < n; i++) {
            corners[2 * i] = new Corner(place[i] - epsilon, -weights[i] * lower[i]);
            corners[2 * i + 1] = new Corner(place[i] + epsilon, weights[i] * upper[i]);
            slope += weights[i] * lower[i];
        }
        Arrays.sort(corners, Comparator.comparingDouble(Corner::at));
        double first = Double.NaN;
        for (Corner corner : corners) {
            slope += corner.turn;
            if (Double.isNaN(first) && slope >= -FLAT && corner.turn > 0) {
                first = corner.at;
            }
            if (slope > FLAT) {
                return new double[] {(first + corner.at) / 2};
            }
        }
        return new double[] {Double.isNaN(first) ? 0 : first};
    }

    /** A slope that rounding makes of 0, for weights of sum 1. */
    private static final double FLAT = 1e-13;

    private record Corner(double at, double turn) {}

    @Override
    public double[] middle() {
        double[] middle = new double[place.length];
        Arrays.setAll(middle, i -> (lower[i] + upper[i]) / 2);
        return middle;
    }

    /** Twice the mean distance of the corners from the best constant: the width that spreads slopes over the data. */
    @Override
    public double width() {
        double center = intercepts()[0];
        double sum = 0;
        for (int i = 0; i < place.length; i++) {
            sum += weights[i] * Math.abs(place[i] - center);
        }
        return sum > 0 ? sum : 1;
    }

    @Override
    public Datafit smoothed(double[] center, double width) {
        return new Rounded(this, center, width);
    }

    /** The smooth neighbour: slopes u = clip(shrink(center + (η − place)/width, ε/width), lower, upper). */
    private record Rounded(CornerFit exact, double[] center, double width) implements Datafit {
        @Override
        public int rows() {
            return exact.rows();
        }

        @Override
        public double[] weights() {
            return exact.weights;
        }

        private double slope(int i, double eta) {
            double free = center[i] + (eta - exact.place[i]) / width;
            double dead = exact.epsilon / width;
            double u = free > dead ? free - dead : Math.min(free + dead, 0);
            return Math.max(exact.lower[i], Math.min(exact.upper[i], u));
        }

        private double loss(int i, double eta, double u) {
            double moved = u - center[i];
            return u * (eta - exact.place[i]) - exact.epsilon * Math.abs(u) - width / 2 * moved * moved;
        }

        private double bend(int i, double u) {
            boolean inside = u > exact.lower[i] && u < exact.upper[i] && (u != 0 || exact.epsilon == 0);
            return inside ? 1 / width : 0;
        }

        @Override
        public double value(double[] eta) {
            double sum = 0;
            for (int i = 0; i < eta.length; i++) {
                sum += exact.weights[i] * loss(i, eta[i], slope(i, eta[i]));
            }
            return sum;
        }

        @Override
        public void gradient(double[] eta, double[] out) {
            for (int i = 0; i < eta.length; i++) {
                out[i] = exact.weights[i] * slope(i, eta[i]);
            }
        }

        @Override
        public void curvature(double[] eta, double[] out) {
            for (int i = 0; i < eta.length; i++) {
                out[i] = exact.weights[i] * bend(i, slope(i, eta[i]));
            }
        }

        @Override
        public double evaluate(double[] eta, double[] gradient, double[] curvature) {
            double sum = 0;
            for (int i = 0; i < eta.length; i++) {
                double u = slope(i, eta[i]);
                sum += exact.weights[i] * loss(i, eta[i], u);
                gradient[i] = exact.weights[i] * u;
                curvature[i] = exact.weights[i] * bend(i, u);
            }
            return sum;
        }

        @Override
        public double curvatureBound() {
            return 1 / width;
        }

        @Override
        public double conjugate(double[] r) {
            double moved = 0;
            for (int i = 0; i < r.length; i++) {
                double u = r[i] == 0 ? 0 : r[i] / exact.weights[i];
                moved += exact.weights[i] * (u - center[i]) * (u - center[i]);
            }
            return exact.conjugate(r) + width / 2 * moved;
        }

        @Override
        public double saturated() {
            double sum = 0;
            for (int i = 0; i < center.length; i++) {
                sum += exact.weights[i] * center[i] * center[i];
            }
            return -width / 2 * sum;
        }

        /** Beyond these ends every slope is the outermost one of its row. */
        @Override
        public double[] intercepts() {
            double[] w = exact.weights;
            double reach = exact.epsilon + 2 * width;
            double low = Constants.lowest(exact.place, w) - reach;
            double high = Constants.highest(exact.place, w) + reach;
            return new double[] {Constants.least(this, low, high)};
        }
    }
}

package dev.taut.glmnet;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which λ glmnet visits: λ_max·r^((k−1)/(K−1)) for k = 1 … K, or given values.
 *
 * @param count    K, its {@code nlambda}
 * @param minRatio r, its {@code lambda.min.ratio}, at least 1e-6; 0 chooses 0.01 for fewer rows than columns, else 1e-4
 * @param given    its {@code lambda}; empty for a grid
 * @param maximum  its {@code dfmax}: a path ends once more coefficients are active; 0 for no limit
 */
public record Grid(int count, double minRatio, double[] given, int maximum) {
    public static final Grid DEFAULT = new Grid(100, 0, new double[0], 0);

    /** Knots before any path may end early ({@code mnlam}). */
    static final int FEWEST = 5;

    private static final double SMALLEST_RATIO = 1e-6;

    public Grid {
        if (given.length == 0 && (count < 3 || !(minRatio >= 0 && minRatio < 1)) || maximum < 0) {
            throw new IllegalArgumentException("a grid needs a count ≥ 3, a ratio in [0, 1) and a limit ≥ 0, not "
                    + count + ", " + minRatio + " and " + maximum);
        }
        if (Arrays.stream(given).anyMatch(lambda -> !(lambda >= 0 && lambda < Double.POSITIVE_INFINITY))) {
            throw new IllegalArgumentException("lambda must be a finite number ≥ 0");
        }
        given = given.clone();
    }

    /** These values, visited from the largest on. */
    public static Grid of(double... values) {
        return new Grid(0, 0, values, 0);
    }

    boolean isGiven() {
        return given.length > 0;
    }

    /** The values, largest first. */
    double[] values(double lambdaMax, int rows, int columns) {
        if (isGiven()) {
            double[] ascending = Arrays.stream(given).sorted().toArray();
            return IntStream.range(0, ascending.length)
                    .mapToDouble(k -> ascending[ascending.length - 1 - k])
                    .toArray();
        }
        double chosen = minRatio > 0 ? minRatio : rows < columns ? 1e-2 : 1e-4;
        double ratio = Math.max(chosen, SMALLEST_RATIO);
        return IntStream.range(0, count)
                .mapToDouble(k -> lambdaMax * Math.pow(ratio, (double) k / (count - 1)))
                .toArray();
    }
}

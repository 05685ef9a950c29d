package dev.taut.glmnet;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which λ glmnet visits: λ_max·r^((k−1)/(K−1)) for k = 1 … K, or given values, or both.
 *
 * @param count    K, its {@code nlambda}; 0 for given values alone
 * @param minRatio r, its {@code lambda.min.ratio}, at least 1e-6; 0 chooses 0.01 for fewer rows than columns, else 1e-4
 * @param given    its {@code lambda}; beside a grid what {@code coef(fit, s, exact = TRUE)} adds once it has ended
 * @param maximum  its {@code dfmax}: a path ends once more coefficients are active; 0 for no limit
 */
public record Grid(int count, double minRatio, double[] given, int maximum) {
    public static final Grid DEFAULT = new Grid(100, 0, new double[0], 0);

    /** Knots that a grid has at least: the first one's λ is told from the next two. */
    public static final int LEAST = 3;

    /** Knots before any path may end early ({@code mnlam}). */
    static final int FEWEST = 5;

    private static final double SMALLEST_RATIO = 1e-6;

    public Grid {
        boolean grid = count >= LEAST && minRatio >= 0 && minRatio < 1;
        if (!(grid || count == 0 && given.length > 0) || maximum < 0) {
            throw new IllegalArgumentException("a grid needs a count ≥ " + LEAST
                    + ", a ratio in [0, 1) and a limit ≥ 0, not " + count + ", " + minRatio + " and " + maximum);
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

    /** Besides, whatever it is. */
    public Grid and(double lambda) {
        double[] more = Arrays.copyOf(given, given.length + 1);
        more[given.length] = lambda;
        return new Grid(count, minRatio, more, maximum);
    }

    boolean isGiven() {
        return count == 0;
    }

    /** Given values that are no part of the grid. */
    double[] besides() {
        return isGiven() ? new double[0] : descending(given);
    }

    private static double[] descending(double[] values) {
        double[] ascending = Arrays.stream(values).sorted().distinct().toArray();
        return IntStream.range(0, ascending.length)
                .mapToDouble(k -> ascending[ascending.length - 1 - k])
                .toArray();
    }

    /** The values, largest first. */
    double[] values(double lambdaMax, int rows, int columns) {
        if (isGiven()) {
            return descending(given);
        }
        double chosen = minRatio > 0 ? minRatio : rows < columns ? 1e-2 : 1e-4;
        double ratio = Math.max(chosen, SMALLEST_RATIO);
        return IntStream.range(0, count)
                .mapToDouble(k -> lambdaMax * Math.pow(ratio, (double) k / (count - 1)))
                .toArray();
    }
}

package dev.taut.path;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Which λ a path visits: a log-spaced grid below λ_max, given values, or both; always strongest first.
 *
 * @param count    values in the grid; 0 for none
 * @param minRatio smallest over largest λ; 0 chooses 1e-2 for fewer rows than columns and 1e-4 otherwise, or 1e-7 for a
 *                 penalty without zeros (ridge)
 * @param given    explicit values ≥ 0, in any order
 */
public record Lambdas(int count, double minRatio, double[] given) {
    public static final Lambdas DEFAULT = grid(100, 0);

    public Lambdas {
        if (count < 0 || !(minRatio >= 0 && minRatio < 1)) {
            throw new IllegalArgumentException(
                    "a grid needs a count ≥ 0 and a ratio in [0, 1), not " + count + " and " + minRatio);
        }
        for (double lambda : given) {
            if (!(lambda >= 0) || Double.isInfinite(lambda)) {
                throw new IllegalArgumentException("lambda must be a finite number ≥ 0, not " + lambda);
            }
        }
        if (count == 0 && given.length == 0) {
            throw new IllegalArgumentException("a path needs at least one lambda");
        }
        given = given.clone();
    }

    public static Lambdas grid(int count, double minRatio) {
        return new Lambdas(count, minRatio, new double[0]);
    }

    /** These values, visited from the strongest to the weakest whatever their order. */
    public static Lambdas of(double... values) {
        return new Lambdas(0, 0, values);
    }

    /** The same values and one more. */
    public Lambdas and(double lambda) {
        double[] more = Arrays.copyOf(given, given.length + 1);
        more[given.length] = lambda;
        return new Lambdas(count, minRatio, more);
    }

    /** How many values there are at most. */
    int most() {
        return count + given.length;
    }

    /** Whether this value was given, not only met on the grid. */
    boolean isGiven(double lambda) {
        return Arrays.stream(given).anyMatch(value -> value == lambda);
    }

    /**
     * The distinct values for a problem, strongest first; without a penalty (λ_max = 0) the grid is the single 0.
     *
     * @param defaultRatio stands in for a {@code minRatio} of 0
     */
    public double[] values(double lambdaMax, double defaultRatio) {
        double ratio = minRatio > 0 ? minRatio : defaultRatio;
        int gridCount = lambdaMax > 0 ? count : Math.min(count, 1);
        DoubleStream grid = IntStream.range(0, gridCount)
                .mapToDouble(
                        k -> gridCount == 1 ? lambdaMax : lambdaMax * Math.pow(ratio, (double) k / (gridCount - 1)));
        double[] ascending = DoubleStream.concat(grid, Arrays.stream(given))
                .map(lambda -> lambda + 0.0)
                .distinct()
                .sorted()
                .toArray();
        return IntStream.range(0, ascending.length)
                .mapToDouble(k -> ascending[ascending.length - 1 - k])
                .toArray();
    }
}

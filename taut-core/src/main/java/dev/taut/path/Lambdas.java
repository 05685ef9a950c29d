package dev.taut.path;

import java.util.Arrays;

/**
 * Which λ a path visits: a log-spaced grid below λ_max, or given values.
 *
 * @param count    values in the grid, ≥ 1
 * @param minRatio smallest over largest λ; 0 chooses 1e-2 for fewer rows than columns and 1e-4 otherwise
 * @param given    explicit values; if any, they replace the grid
 */
public record Lambdas(int count, double minRatio, double[] given) {
    public static final Lambdas DEFAULT = grid(100, 0);

    public Lambdas {
        if (count < 1 || !(minRatio >= 0 && minRatio < 1)) {
            throw new IllegalArgumentException(
                    "a grid needs at least 1 value and a ratio in [0, 1), not " + count + " and " + minRatio);
        }
        for (double lambda : given) {
            if (!(lambda >= 0) || Double.isInfinite(lambda)) {
                throw new IllegalArgumentException("lambda must be a finite number ≥ 0, not " + lambda);
            }
        }
        given = given.clone();
    }

    public static Lambdas grid(int count, double minRatio) {
        return new Lambdas(count, minRatio, new double[0]);
    }

    /** These values, visited from the strongest to the weakest whatever their order. */
    public static Lambdas of(double... values) {
        return new Lambdas(1, 0, values);
    }

    /** The values for a problem, strongest first. */
    public double[] values(double lambdaMax, int rows, int columns) {
        if (given.length > 0) {
            double[] sorted = given.clone();
            Arrays.sort(sorted);
            for (int i = 0; i < sorted.length / 2; i++) {
                double other = sorted[sorted.length - 1 - i];
                sorted[sorted.length - 1 - i] = sorted[i];
                sorted[i] = other;
            }
            return sorted;
        }
        if (!(lambdaMax > 0)) {
            return new double[] {0};
        }
        double ratio = minRatio > 0 ? minRatio : rows < columns ? 1e-2 : 1e-4;
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            values[k] = count == 1 ? lambdaMax : lambdaMax * Math.pow(ratio, (double) k / (count - 1));
        }
        return values;
    }
}

package dev.taut.solver;

import dev.taut.design.Standardization;
import java.util.Arrays;

/**
 * Intercepts and the coefficients that are not exactly zero; immutable.
 *
 * <p>A model with K outputs keeps one intercept per output and p coefficients per output; coordinate c = k·p + j is the
 * coefficient of column j in output k.
 */
public final class Coefficients {
    private final int columns;
    private final double[] intercepts;
    private final int[] coordinates;
    private final double[] values;

    private Coefficients(int columns, double[] intercepts, int[] coordinates, double[] values) {
        this.columns = columns;
        this.intercepts = intercepts;
        this.coordinates = coordinates;
        this.values = values;
    }

    /**
     * Keeps the non-zero entries of β.
     *
     * @param columns p
     * @param beta    p·K values in blocks of columns
     */
    public static Coefficients of(int columns, double[] intercepts, double[] beta) {
        int active = 0;
        for (double b : beta) {
            active += b != 0 ? 1 : 0;
        }
        int[] coordinates = new int[active];
        double[] values = new double[active];
        int k = 0;
        for (int c = 0; c < beta.length; c++) {
            if (beta[c] != 0) {
                coordinates[k] = c;
                values[k++] = beta[c];
            }
        }
        return new Coefficients(columns, intercepts.clone(), coordinates, values);
    }

    /** All coefficients zero. */
    public static Coefficients zero(int columns, double... intercepts) {
        return new Coefficients(columns, intercepts.clone(), new int[0], new double[0]);
    }

    public int columns() {
        return columns;
    }

    public int outputs() {
        return intercepts.length;
    }

    public double intercept(int output) {
        return intercepts[output];
    }

    public double[] intercepts() {
        return intercepts.clone();
    }

    /** Coefficients that are not exactly zero, over all outputs; the intercepts are not counted. */
    public int active() {
        return coordinates.length;
    }

    /** The coordinate of the k-th active coefficient, ascending. */
    public int coordinate(int k) {
        return coordinates[k];
    }

    /** The value of the k-th active coefficient. */
    public double value(int k) {
        return values[k];
    }

    public double get(int column, int output) {
        int k = Arrays.binarySearch(coordinates, output * columns + column);
        return k < 0 ? 0 : values[k];
    }

    /** β as p·K values in blocks of columns. */
    public double[] dense() {
        double[] beta = new double[columns * intercepts.length];
        for (int k = 0; k < coordinates.length; k++) {
            beta[coordinates[k]] = values[k];
        }
        return beta;
    }

    /** Σ|βⱼ|. */
    public double l1Norm() {
        double sum = 0;
        for (double value : values) {
            sum += Math.abs(value);
        }
        return sum;
    }

    /** From coefficients of x̃ = (x − center)/scale to those of x: β/scale, and the intercept that goes with them. */
    public Coefficients raw(Standardization standardization) {
        double[] raw = values.clone();
        double[] shifted = intercepts.clone();
        for (int k = 0; k < raw.length; k++) {
            int j = coordinates[k] % columns;
            raw[k] /= standardization.scales()[j];
            shifted[coordinates[k] / columns] -= raw[k] * standardization.centers()[j];
        }
        return new Coefficients(columns, shifted, coordinates, raw);
    }

    /** From coefficients of x to those of x̃ = (x − center)/scale; the inverse of {@link #raw}. */
    public Coefficients standardized(Standardization standardization) {
        double[] scaled = values.clone();
        double[] shifted = intercepts.clone();
        for (int k = 0; k < scaled.length; k++) {
            int j = coordinates[k] % columns;
            shifted[coordinates[k] / columns] += scaled[k] * standardization.centers()[j];
            scaled[k] *= standardization.scales()[j];
        }
        return new Coefficients(columns, shifted, coordinates, scaled);
    }

    /**
     * The same model with intercepts that sum to zero, if there are several outputs: adding a constant to all of them
     * changes no probability.
     */
    public Coefficients withCentredIntercepts() {
        if (intercepts.length == 1) {
            return this;
        }
        double mean = Arrays.stream(intercepts).average().orElse(0);
        double[] centred = Arrays.stream(intercepts).map(b -> b - mean).toArray();
        return new Coefficients(columns, centred, coordinates, values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Coefficients that
                && columns == that.columns
                && Arrays.equals(intercepts, that.intercepts)
                && Arrays.equals(coordinates, that.coordinates)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(coordinates);
    }

    @Override
    public String toString() {
        return "Coefficients[" + active() + " of " + columns * intercepts.length + " active, intercepts "
                + Arrays.toString(intercepts) + "]";
    }
}

package dev.taut.penalty;

import dev.taut.design.Features;
import dev.taut.kernel.Vectors;
import java.util.Arrays;

/**
 * λ·½·βᵀMβ with a symmetric positive semidefinite matrix M, Tikhonov's regularization (Tikhonov 1963): ridge in a metric of
 * one's own, such as a graph's Laplacian or an earlier study's precision. Directions that M does not see are free.
 */
public final class QuadraticPenalty implements Penalty {
    /** Negative and asymmetric parts of M up to this share of its largest entry are rounding error. */
    private static final double ROUNDING = 1e-10;

    private final QuadraticForm form;

    /**
     * The penalty of a matrix.
     *
     * @param matrix M, one row and column per column of the design, in its order
     * @throws IllegalArgumentException if M is not square, finite, symmetric and positive semidefinite
     */
    public QuadraticPenalty(double[][] matrix) {
        double largest = 0;
        for (double[] row : matrix) {
            if (row.length != matrix.length) {
                throw new IllegalArgumentException("the matrix of a quadratic penalty has " + matrix.length
                        + " rows, but a row of " + row.length + " numbers");
            }
            if (!Arrays.stream(row).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("the matrix of a quadratic penalty must be finite");
            }
            largest = Math.max(largest, Vectors.maxAbs(row));
        }
        this.form = new QuadraticForm(matrix);
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                if (Math.abs(matrix[i][j] - matrix[j][i]) > ROUNDING * largest) {
                    throw new IllegalArgumentException(
                            "the matrix of a quadratic penalty must be symmetric, but entries " + (i + 1) + ", "
                                    + (j + 1) + " and " + (j + 1) + ", " + (i + 1) + " differ");
                }
                if (Math.abs(matrix[i][j] - form.entry(i, j)) > ROUNDING * matrix.length * largest) {
                    throw new IllegalArgumentException(
                            "the matrix of a quadratic penalty must be positive semidefinite");
                }
            }
        }
    }

    @Override
    public String name() {
        return "tikhonov";
    }

    @Override
    public String formula() {
        return "λ · ½βᵀMβ";
    }

    /** Refuses a design with another number of columns than M has. */
    @Override
    public Prox at(double lambda, Features features) {
        if (features.size() != form.size()) {
            throw new IllegalArgumentException("the matrix of the penalty tikhonov has " + form.size()
                    + " rows, but there are " + features.size() + " coefficients");
        }
        double[] factors = new double[form.size()];
        boolean[] penalised = form.penalised();
        for (int j = 0; j < factors.length; j++) {
            factors[j] = penalised[j] ? 1 : 0;
        }
        SeparableProx inner = (SeparableProx) Penalty.ridge().adjusted(lambda, features, Adjustments.of(factors));
        return new RebasedProx(inner, form);
    }

    /** Refuses all adjustments: what is free is said by zero rows and columns of M. */
    @Override
    public Prox adjusted(double lambda, Features features, Adjustments adjustments) {
        adjustments.refuseBounds(this);
        if (Arrays.stream(adjustments.factors()).anyMatch(f -> f != 1)) {
            throw new IllegalArgumentException(
                    "the penalty tikhonov takes no penalty factors: multiply rows and columns"
                            + " of its matrix, with zeros for columns that are free");
        }
        return at(lambda, features);
    }
}

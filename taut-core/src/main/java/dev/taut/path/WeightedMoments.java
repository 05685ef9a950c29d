package dev.taut.path;

import dev.taut.design.Standardization;
import dev.taut.kernel.Vectors;
import dev.taut.solver.Coefficients;

/** The {@link Moments} of Z under one weighting of the rows, whose weights sum to 1. */
final class WeightedMoments {
    /** A diagonal entry below this share of the terms it is a sum of has lost three digits or more. */
    private static final double CANCELLED = 1e-3;
    /** A loss below this share of the terms it is a sum of keeps fewer than nine digits. */
    private static final double FEW_DIGITS = 1e-6;

    private final Moments basis;
    /** The lower triangle; its last row are the means of Z. */
    private final double[][] moments;

    private final double[] means;

    WeightedMoments(Moments basis, double[][] moments) {
        this.basis = basis;
        this.moments = moments;
        this.means = moments[moments.length - 1];
    }

    private int columns() {
        return means.length - 2;
    }

    /**
     * The standardization that the weighting asks for; columns that all but lost their spread are measured anew.
     *
     * @param weights of the weighting, summing to 1
     */
    Standardization standardization(double[] weights) {
        PathProblem problem = basis.problem();
        double[] centers = new double[columns()];
        double[] deviations = new double[columns()];
        for (int j = 0; j < columns(); j++) {
            double variance = moments[j][j] - means[j] * means[j];
            if (variance > CANCELLED * moments[j][j]) {
                centers[j] = basis.center(j) + basis.unit(j) * means[j];
                deviations[j] = basis.unit(j) * Math.sqrt(variance);
            } else {
                centers[j] = Standardization.mean(problem.design(), j, weights);
                deviations[j] = Standardization.deviation(problem.design(), j, centers[j], weights);
            }
        }
        return Standardization.of(centers, deviations, problem.intercept(), problem.standardize())
                .shared(problem.features());
    }

    /** What y is centred by. */
    double mean() {
        return basis.problem().intercept() ? basis.mean() + means[columns()] : 0;
    }

    /** What to add to Z so that it is [X y] centred as asked, in the units of Z. */
    private double shift(int j, Standardization own) {
        if (basis.problem().intercept()) {
            return -means[j];
        }
        return j < columns() ? (basis.center(j) - own.centers()[j]) / basis.unit(j) : basis.mean();
    }

    /** The columns, y last, whose entries of {@link #gram} are mostly rounding. */
    boolean[] lost(Standardization own) {
        boolean[] lost = new boolean[columns() + 1];
        for (int j = 0; j < lost.length; j++) {
            double shift = shift(j, own);
            double terms = moments[j][j] + 2 * Math.abs(shift * means[j]) + shift * shift;
            double square = moments[j][j] + 2 * shift * means[j] + shift * shift;
            lost[j] = square < CANCELLED * terms;
        }
        return lost;
    }

    /**
     * The lower triangle of the Gram matrix of [X̃ y], X̃ standardized by the weighting's own means and scales.
     *
     * @param zero columns known to be zero
     */
    double[][] gram(Standardization own, boolean[] zero) {
        int size = columns() + 1;
        double[] shift = new double[size];
        double[] factor = new double[size];
        for (int j = 0; j < size; j++) {
            shift[j] = shift(j, own);
            factor[j] = j < columns() ? basis.unit(j) / own.scales()[j] : 1;
        }
        double[][] gram = new double[size][];
        for (int i = 0; i < size; i++) {
            gram[i] = new double[i + 1];
            for (int j = 0; j <= i && !zero[i]; j++) {
                double product = moments[i][j] + (means[i] + shift[i]) * shift[j] + shift[i] * means[j];
                gram[i][j] = zero[j] ? 0 : factor[i] * factor[j] * product;
            }
        }
        return gram;
    }

    /**
     * ½Σwᵢ(yᵢ − ηᵢ)² of each model, whose residuals are Zv: ½vᵀ(ZᵀWZ)v; NaN where too few digits are left of it.
     *
     * @param models coefficients of columns standardized by {@code scale}
     */
    double[] losses(Coefficients[] models, Standardization scale) {
        double[][] residual = new double[models.length][];
        double[] loss = new double[models.length];
        for (int k = 0; k < models.length; k++) {
            residual[k] = residual(models[k], scale);
        }
        for (int i = 0; i < moments.length; i++) {
            double[] row = moments[i];
            for (int k = 0; k < models.length; k++) {
                double v = residual[k][i];
                if (v != 0) {
                    loss[k] += v * (Vectors.dot(row, 0, residual[k], 0, i) + row[i] * v / 2);
                }
            }
        }
        for (int k = 0; k < models.length; k++) {
            loss[k] = loss[k] > FEW_DIGITS * terms(residual[k]) ? loss[k] : Double.NaN;
        }
        return loss;
    }

    /** v with y − η = Zv. */
    private double[] residual(Coefficients model, Standardization scale) {
        double[] v = new double[means.length];
        double constant = basis.mean() - model.intercept(0);
        for (int k = 0; k < model.active(); k++) {
            int j = model.coordinate(k);
            double raw = model.value(k) / scale.scales()[j];
            v[j] = -raw * basis.unit(j);
            constant -= raw * (basis.center(j) - scale.centers()[j]);
        }
        v[columns()] = 1;
        v[columns() + 1] = constant;
        return v;
    }

    /** (Σ|vᵢ|·‖zᵢ‖)²/2, which bounds the absolute values of all terms. */
    private double terms(double[] v) {
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            sum += Math.abs(v[i]) * Math.sqrt(moments[i][i]);
        }
        return sum * sum / 2;
    }
}

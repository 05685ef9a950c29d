package dev.taut.path;

import dev.taut.design.Design;
import dev.taut.design.Standardization;
import dev.taut.design.StandardizedDesign;
import dev.taut.kernel.Bundles;
import dev.taut.kernel.ShiftedTridiagonal;
import dev.taut.kernel.Vectors;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well ridge with squared loss predicts rows that it has not seen: exact leave-one-out without a second fit, and its
 * approximation GCV.
 *
 * <p>A fit is linear in y: ŷ − offset = H(y − offset), with rows of weight wᵢ (Σwᵢ = 1), residuals eᵢ = yᵢ − ŷᵢ and the
 * leverages hᵢ on the diagonal of H:
 *
 * <ul>
 *   <li>leave-one-out = Σ wᵢ (eᵢ/(1 − hᵢ))² (PRESS; Allen 1974, "The relationship between variable selection and data
 *       augmentation"),
 *   <li>GCV = Σ wᵢ eᵢ² / (1 − tr H/n)² (Golub, Heath and Wahba 1979, "Generalized cross-validation as a method for choosing
 *       a good ridge parameter"),
 *   <li>degrees of freedom = tr H, in which intercept and free columns count 1 each.
 * </ul>
 *
 * <p>Leaving row i out means: its loss is dropped from Σ wₖ ½(yₖ − ηₖ)² + λ·penalty, the other weights and λ stay as they
 * are, and everything is fitted anew, the intercept and free columns too. Only the scales of standardized columns are
 * held at those of all rows. Rows of weight 0 are no rows.
 *
 * @param lambda            λ
 * @param degreesOfFreedom  tr H, at least the number of unpenalised coefficients
 * @param gcv               in squared units of y; not a number, if every row is interpolated
 * @param leaveOneOut       weighted mean squared error, in squared units of y; not a number, if a row alone determines an
 *                          unpenalised coefficient, so that nothing predicts it
 */
public record RidgeValidation(double lambda, double degreesOfFreedom, double gcv, double leaveOneOut) {
    /** Below this nothing but rounding is left of a row that the unpenalised columns do not explain. */
    private static final double DETERMINED = 1e-12;

    /**
     * For every λ, in the order given: one factorization of the smaller of XᵀX and XXᵀ, and for p columns and n rows then
     * n·min(n, p) operations per λ.
     *
     * @param problem squared loss with ridge, with factors or free columns but without bounds
     * @param lambdas larger than 1e-13 times the largest eigenvalue of the (standardized, weighted) Gram matrix
     * @throws IllegalArgumentException for another loss, another penalty, bounds, or a λ that small
     */
    public static List<RidgeValidation> of(PathProblem problem, double... lambdas) {
        Standardization standardization = Standardization.of(
                        problem.design(), problem.datafit().weights(), problem.intercept(), problem.standardize())
                .shared(problem.features());
        Design view = StandardizedDesign.of(problem.design(), standardization);
        Problem unit = new Problem(
                view,
                problem.datafit(),
                problem.penalty().scaled(standardization.scales()).at(1, problem.features()),
                problem.offset(),
                problem.intercept());
        if (!RidgePath.isRidge(unit, problem.penalty())) {
            throw new IllegalArgumentException(
                    "leave-one-out and GCV by a formula need the squared loss and ridge without" + " bounds, not "
                            + problem.penalty().name());
        }
        Shrunken shrunken = new Shrunken(unit);
        RidgeFactor factor = RidgeFactor.of(shrunken);
        List<ShiftedTridiagonal> shifted = new ArrayList<>();
        for (double lambda : lambdas) {
            if (!factor.isSolvable(lambda)) {
                throw new IllegalArgumentException("lambda must be positive and not lost in rounding, not " + lambda);
            }
            shifted.add(factor.form().plus(lambda));
        }
        return of(shrunken, factor, lambdas, shifted, problem.datafit().weights());
    }

    private static List<RidgeValidation> of(
            Shrunken shrunken,
            RidgeFactor factor,
            double[] lambdas,
            List<ShiftedTridiagonal> shifted,
            double[] weights) {
        double[][] u = factor.minimisers(shifted);
        List<Coefficients> coefficients = shrunken.coefficients(u, lambdas.length);
        double[][] residuals = shrunken.residuals(u, coefficients);
        double[][] left = Leverages.left(shrunken, factor, lambdas, shifted);
        boolean determined = false;
        for (int i = 0; i < weights.length; i++) {
            determined |= weights[i] > 0 && 1 - shrunken.unpenalised().share(i) < DETERMINED;
        }
        List<RidgeValidation> validations = new ArrayList<>();
        for (int b = 0; b < lambdas.length; b++) {
            double penalised =
                    factor.form().size() - lambdas[b] * shifted.get(b).inverseTrace();
            double[] residual = Bundles.vector(residuals, b);
            validations.add(new RidgeValidation(
                    lambdas[b],
                    shrunken.unpenalised().rank() + penalised,
                    gcv(residual, left[b], weights),
                    determined ? Double.NaN : leaveOneOut(residual, left[b])));
        }
        return validations;
    }

    /** @param residual √wᵢ·eᵢ */
    private static double gcv(double[] residual, double[] left, double[] weights) {
        double[] counted = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            counted[i] = weights[i] > 0 ? left[i] : 0;
        }
        double rows = Arrays.stream(weights).filter(w -> w > 0).count();
        double share = Vectors.sum(counted, 0, counted.length) / rows;
        return Vectors.dot(residual, residual) / (share * share);
    }

    private static double leaveOneOut(double[] residual, double[] left) {
        double sum = 0;
        for (int i = 0; i < residual.length; i++) {
            double error = residual[i] == 0 ? 0 : residual[i] / left[i];
            sum += error * error;
        }
        return sum;
    }
}

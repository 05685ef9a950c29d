package dev.taut.solver;

import dev.taut.design.Design;
import dev.taut.loss.Datafit;
import dev.taut.penalty.Prox;

/**
 * minimise over β₀, β: F(β₀ + Xβ + offset) + g(β).
 *
 * @param design    X
 * @param datafit   F
 * @param prox      g
 * @param offset    one value per row and output, or an empty array for none
 * @param intercept whether β₀ is fitted (it is never penalised) or fixed at 0
 */
public record Problem(Design design, Datafit datafit, Prox prox, double[] offset, boolean intercept) {
    public Problem {
        if (design.rows() != datafit.rows()) {
            throw new IllegalArgumentException(
                    "the design has " + design.rows() + " rows, the target " + datafit.rows());
        }
        int expected = datafit.rows() * datafit.outputs();
        if (offset.length != 0 && offset.length != expected) {
            throw new IllegalArgumentException("the offset has " + offset.length + " values, expected " + expected);
        }
        if (intercept && datafit.isShiftInvariant()) {
            throw new IllegalArgumentException(
                    "this loss has no intercept: a constant added to every row changes nothing");
        }
    }

    public static Problem of(Design design, Datafit datafit, Prox prox) {
        return new Problem(design, datafit, prox, new double[0], !datafit.isShiftInvariant());
    }
}

package dev.taut.path;

import dev.taut.design.Design;
import dev.taut.design.Features;
import dev.taut.loss.Datafit;
import dev.taut.penalty.Penalty;

/**
 * minimise F(β₀ + Xβ + offset) + λ·penalty(β) for many λ.
 *
 * @param design      raw columns; standardization is a view made here
 * @param penalty     acts on standardized coefficients if {@code standardize}
 * @param offset      one value per row and output, or an empty array for none
 * @param intercept   whether β₀ is fitted; it is never penalised, and columns are centred only if it is
 * @param standardize whether columns are scaled to (weighted, population) standard deviation 1
 */
public record PathProblem(
        Design design,
        Features features,
        Datafit datafit,
        Penalty penalty,
        double[] offset,
        boolean intercept,
        boolean standardize) {
    public PathProblem {
        if (design.columns() != features.size()) {
            throw new IllegalArgumentException(design.columns() + " columns but " + features.size() + " features");
        }
    }

    /** With intercept, standardized, without offset. */
    public static PathProblem of(Design design, Features features, Datafit datafit, Penalty penalty) {
        return new PathProblem(design, features, datafit, penalty, new double[0], true, true);
    }
}

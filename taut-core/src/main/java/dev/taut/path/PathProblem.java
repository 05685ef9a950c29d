package dev.taut.path;

import dev.taut.design.Design;
import dev.taut.design.Features;
import dev.taut.loss.Datafit;
import dev.taut.loss.DualDatafit;
import dev.taut.penalty.ConstrainedProx;
import dev.taut.penalty.MajorizedProx;
import dev.taut.penalty.Penalty;

/**
 * minimise F(β₀ + Xβ + offset) + λ·penalty(β) for many λ. What of loss, penalty, factors, bounds and intercept cannot be combined
 * is refused here, with an {@link IllegalArgumentException} that names what with what.
 *
 * @param design      raw columns; standardization is a view made here
 * @param penalty     acts on standardized coefficients if {@code standardize}
 * @param offset      one value per row and output, or an empty array for none
 * @param intercept   whether β₀ is fitted; it is never penalised, and columns are centred only if it is, or if the datafit is
 *     {@linkplain Datafit#isShiftInvariant() indifferent} to it
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
        if (intercept && datafit.isShiftInvariant()) {
            throw new IllegalArgumentException(
                    "this loss has no intercept: a constant added to every row changes nothing; ask for none");
        }
        // What a penalty cannot do, it refuses here, before anything is computed.
        if (penalty.at(1, features) instanceof ConstrainedProx && !canBeConstrained(datafit)) {
            throw new IllegalArgumentException(
                    "constraints on coefficients cannot be combined with a loss that has corners (hinge, quantile, svr), several outputs"
                            + " (multinomial, responses) or rows that depend on each other (cox, ordinal, sqrt, scaled_huber): take"
                            + " bounds, or another loss");
        }
        if (penalty.at(1, features) instanceof MajorizedProx && datafit instanceof DualDatafit) {
            throw new IllegalArgumentException("the penalty " + penalty.name()
                    + " is not convex, and a loss with corners (hinge, quantile, svr) has a certificate with convex penalties"
                    + " only: take lasso or enet, or a loss without corners such as squared_hinge, huber, squared_svr");
        }
    }

    private static boolean canBeConstrained(Datafit datafit) {
        return datafit.outputs() == 1
                && !(datafit instanceof DualDatafit)
                && datafit.coupling(new double[datafit.rows()]).isEmpty();
    }

    /** With intercept where the loss has one, standardized, without offset. */
    public static PathProblem of(Design design, Features features, Datafit datafit, Penalty penalty) {
        return new PathProblem(design, features, datafit, penalty, new double[0], !datafit.isShiftInvariant(), true);
    }

    /** Whether columns are centred: where it changes no solution, and spares digits. */
    boolean centers() {
        return intercept || datafit.isShiftInvariant();
    }
}

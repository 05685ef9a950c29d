package dev.taut.solver;

/**
 * Evidence of optimality: the minimum of the objective lies in [objective − gap, objective].
 *
 * @param objective F(η) + g(β) at the solution
 * @param gap       objective minus the value of a dual feasible point, ≥ 0 up to rounding; +∞ if no such point was found
 * @param scale     the null model's objective above saturation (half its deviance per unit of weight), which
 *                  {@link #relativeGap()} divides by
 * @param violation largest distance of −∇F from the subdifferential of the penalty over all coordinates
 * @param epochs    passes over the columns
 * @param converged whether the relative gap that was asked for was reached
 * @param claim     what the gap proves; for a penalty that is not convex, it is the gap to the minimum of the convex
 *                  majorizer that touches the objective here
 */
public record Certificate(
        double objective, double gap, double scale, double violation, int epochs, boolean converged, Claim claim) {
    /** What was proved. */
    public enum Claim {
        /** No coefficients have an objective lower than objective − gap. */
        MINIMUM,
        /** The penalty is not convex: no coefficients nearby are better (the Hessian on the support is positive definite). */
        LOCAL_MINIMUM,
        /** The penalty is not convex: no direction leads down, to first order. */
        STATIONARY
    }

    /** Of a convex problem. */
    public Certificate(double objective, double gap, double scale, double violation, int epochs, boolean converged) {
        this(objective, gap, scale, violation, epochs, converged, Claim.MINIMUM);
    }

    /** gap / scale. */
    public double relativeGap() {
        return gap == 0 ? 0 : gap / scale;
    }
}

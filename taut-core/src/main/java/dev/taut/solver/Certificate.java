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
 */
public record Certificate(double objective, double gap, double scale, double violation, int epochs, boolean converged) {
    /** gap / scale. */
    public double relativeGap() {
        return gap == 0 ? 0 : gap / scale;
    }
}

package dev.taut.testkit;

/**
 * The minimum of penalty + Σ log(1 + exp(−y xᵀw)), or of ½‖w‖² + Σ max(0, 1 − y xᵀw)², without intercept, where the
 * penalty is ½‖w‖² or ‖w‖₁ (C = 1); in
 * Taut's terms λ = 1/rows, and the objective is rows times Taut's.
 *
 * @param active     coefficients that are not zero
 * @param duplicates columns that equal an earlier one; their coefficients may be shared in any way, so that
 *                   {@code active} is one of several numbers
 */
public record GoldenObjective(
        String file,
        int rows,
        int columns,
        String loss,
        String penalty,
        double lambda,
        double nullScore,
        double objective,
        int active,
        int duplicates,
        double worstKkt) {
    @Override
    public String toString() {
        return file + " " + loss + " " + penalty;
    }
}

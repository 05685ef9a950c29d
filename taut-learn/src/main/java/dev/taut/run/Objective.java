package dev.taut.run;

import java.util.List;

/**
 * What was minimised: (1/W) Σ wᵢ ℓ(yᵢ, β₀ + xᵢᵀβ) + λ · penalty(β).
 *
 * @param task        regression, binary, multiclass, count or survival
 * @param loss        squared, logistic, hinge, tweedie:1.5 …, as on the command line
 * @param penalty     none, ridge, lasso, enet 0.5, group, mcp 3.0 …
 * @param l1Ratio     share of L1, 0…1; 1 for other penalties with zeros
 * @param standardize whether columns were scaled to standard deviation 1 (inside each fold)
 * @param intercept   whether an (unpenalised) intercept was fitted
 * @param formula     the objective with its numbers, one line
 * @param conventions whose grid, units and folds: taut or glmnet
 * @param elsewhere   what other libraries have for it; empty for penalties that are not ridge, lasso or elastic net
 */
public record Objective(
        String task,
        String loss,
        String penalty,
        double l1Ratio,
        boolean standardize,
        boolean intercept,
        String formula,
        String conventions,
        List<Elsewhere> elsewhere) {
    public Objective {
        elsewhere = List.copyOf(elsewhere);
    }

    /** In whose terms everything was computed if not in Taut's, as a sentence; empty for Taut's. */
    public String borrowed() {
        return conventions.equals("glmnet")
                ? "by glmnet's conventions: its grid, units, early end and folds; λ and l1Ratio are given in Taut's terms"
                : "";
    }
}

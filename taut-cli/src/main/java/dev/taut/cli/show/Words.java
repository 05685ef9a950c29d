package dev.taut.cli.show;

import dev.taut.run.Objective;
import dev.taut.run.Run;
import dev.taut.run.Tuning;
import dev.taut.tuning.Figures;

/** Names of metrics and rules as a reader knows them. */
final class Words {
    private Words() {}

    static String metric(String name) {
        return switch (name) {
            case "rmse" -> "RMSE";
            case "mae" -> "MAE";
            case "r2" -> "R²";
            case "auc" -> "AUC";
            case "mcc" -> "MCC";
            case "brier" -> "Brier";
            default -> name;
        };
    }

    /** {@code enet 0.9707}: its share of L1 to four digits. */
    static String penalty(Objective objective) {
        String name = objective.penalty();
        return name.startsWith("enet ") ? "enet " + Figures.of(objective.l1Ratio()) : name;
    }

    /** {@code lasso, λ = 6.08 by the one-standard-error rule}. */
    static String chosen(Run run) {
        String penalty = penalty(run.objective());
        if (penalty.equals("none")) {
            return "no penalty";
        }
        return penalty + ", λ = " + Numbers.brief(run.solution().lambda())
                + run.tuning().map(Words::how).orElse("");
    }

    private static String how(Tuning tuning) {
        return switch (tuning.rule()) {
            case "min" -> " by the smallest cross-validated error";
            case "1se" -> " by the one-standard-error rule";
            default -> " as given";
        };
    }
}

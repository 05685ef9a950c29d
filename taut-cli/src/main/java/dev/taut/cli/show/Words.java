package dev.taut.cli.show;

import dev.taut.run.Run;
import dev.taut.run.Tuning;

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

    /** {@code lasso, λ = 6.08 by the one-standard-error rule}. */
    static String chosen(Run run) {
        String penalty = run.objective().penalty();
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

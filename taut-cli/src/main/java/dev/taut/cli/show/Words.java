package dev.taut.cli.show;

import dev.taut.run.Objective;
import dev.taut.run.Run;
import dev.taut.run.Tuning;
import dev.taut.tuning.Figures;
import java.util.Optional;
import java.util.OptionalDouble;

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

    /** {@code nested RMSE 56.9 ± 2.3: λ tuned anew without each fold; the curve at its own choice is 0.4 lower}. */
    static Optional<String> nested(Run run) {
        return run.tuning()
                .flatMap(tuning -> tuning.nested().map(nested -> {
                    double optimism = nested.optimism();
                    double least =
                            nested.lambdas().stream().mapToDouble(v -> v).min().orElse(0);
                    double most =
                            nested.lambdas().stream().mapToDouble(v -> v).max().orElse(0);
                    return "nested " + metric(tuning.metric()) + " "
                            + Numbers.plusMinus(
                                    OptionalDouble.of(nested.mean()), OptionalDouble.of(nested.standardError()))
                            + ": tuned anew without each fold, which chose λ from " + Numbers.brief(least) + " to "
                            + Numbers.brief(most) + "; the curve at its own choice is "
                            + Numbers.like(OptionalDouble.of(nested.mean()), Math.abs(optimism))
                            + (optimism < 0 ? " higher" : " lower");
                }));
    }

    private static String how(Tuning tuning) {
        return switch (tuning.rule()) {
            case "min" -> " by the smallest cross-validated error";
            case "1se" -> " by the one-standard-error rule";
            case "bic" -> " by the smallest BIC";
            case "aicc" -> " by the smallest AICc";
            case "ebic" -> " by the smallest EBIC";
            case "gcv" -> " by generalized cross-validation";
            default -> " as given";
        };
    }
}

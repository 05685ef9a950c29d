package dev.taut.cli.show;

import dev.taut.run.Objective;
import dev.taut.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The objective of a run with its numbers, and how other libraries spell the same model.
 *
 * <p>glmnet and Spark divide the target of a regression by its standard deviation s before the squared part of the
 * penalty meets it, so their λ for it is s times ours; the L1 part is not affected.
 *
 * @param run what was minimised
 */
public record ObjectiveCard(Run run) {
    /** The penalties that the other libraries know too. */
    private static final Pattern SHARED = Pattern.compile("none|ridge|lasso|enet.*");

    /** The card, a line each. */
    public List<String> lines() {
        Objective objective = run.objective();
        List<String> lines = new ArrayList<>();
        lines.add("  " + objective.formula());
        if (!SHARED.matcher(objective.penalty()).matches()) {
            return lines;
        }
        lines.add("");
        lines.add("  the same model elsewhere" + (objective.standardize() ? ", columns scaled to sd 1 first" : ""));
        lines.add("    glmnet        " + glmnet(objective));
        lines.add("    scikit-learn  " + scikit(objective));
        lines.add("    Spark ML      " + spark(objective));
        if (objective.penalty().equals("lasso")) {
            double norm = run.path().knots().get(run.solution().knot()).l1Norm();
            lines.add("    a constraint  ‖β‖₁ ≤ " + Numbers.significant(norm, 4));
        }
        return lines;
    }

    private double lambda() {
        return run.objective().penalty().equals("none") ? 0 : run.solution().lambda();
    }

    private String strength() {
        return Numbers.significant(lambda(), 6);
    }

    private String glmnet(Objective objective) {
        String family = switch (objective.loss()) {
            case "squared" -> "gaussian";
            case "logistic" -> "binomial";
            default -> objective.loss();
        };
        return "family = \"" + family + "\", " + mixed(objective, "alpha", "lambda");
    }

    private String spark(Objective objective) {
        if (objective.loss().equals("poisson")) {
            boolean possible = objective.l1Ratio() == 0;
            return possible ? "GeneralizedLinearRegression, regParam = " + strength() : "has no L1 for counts";
        }
        String name = objective.loss().equals("squared") ? "LinearRegression" : "LogisticRegression";
        return name + ", " + mixed(objective, "elasticNetParam", "regParam");
    }

    /** Share and strength where a squared loss is scaled by s = sd(y). */
    private String mixed(Objective objective, String share, String strength) {
        double ratio = objective.l1Ratio();
        if (!objective.loss().equals("squared") || ratio == 1 || lambda() == 0) {
            return share + " = " + Numbers.plain(ratio) + ", " + strength + " = " + strength();
        }
        if (ratio == 0) {
            return share + " = 0, " + strength + " = " + strength() + "·s, s = sd(y)";
        }
        String rest = Numbers.plain(ratio) + " + " + Numbers.plain(1 - ratio) + "·s";
        return strength + " = " + strength() + "·m, " + share + " = " + Numbers.plain(ratio) + "/m, m = " + rest
                + ", s = sd(y)";
    }

    private String scikit(Objective objective) {
        int rows = run.data().trainRows();
        double ratio = objective.l1Ratio();
        return switch (objective.loss()) {
            case "squared" -> regression(ratio, rows);
            case "poisson" -> ratio == 0 ? "PoissonRegressor(alpha=" + strength() + ")" : "has no L1 for counts";
            default -> classification(ratio, rows);
        };
    }

    private String regression(double ratio, int rows) {
        if (lambda() == 0) {
            return "LinearRegression()";
        }
        if (ratio == 0) {
            return "Ridge(alpha=" + Numbers.significant(lambda() * rows, 6) + ")";
        }
        return ratio == 1
                ? "Lasso(alpha=" + strength() + ")"
                : "ElasticNet(alpha=" + strength() + ", l1_ratio=" + Numbers.plain(ratio) + ")";
    }

    private String classification(double ratio, int rows) {
        if (lambda() == 0) {
            return "LogisticRegression(penalty=None)";
        }
        String c = "C=" + Numbers.significant(1 / (lambda() * rows), 6);
        if (ratio == 0) {
            return "LogisticRegression(" + c + ")";
        }
        return ratio == 1
                ? "LogisticRegression(" + c + ", penalty=\"l1\", solver=\"saga\")"
                : "LogisticRegression(" + c + ", l1_ratio=" + Numbers.plain(ratio)
                        + ", penalty=\"elasticnet\", solver=\"saga\")";
    }
}

package dev.taut.report.section;

import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Words;
import dev.taut.run.Effect;
import dev.taut.run.PathSummary.CertificateSummary;
import dev.taut.run.PathSummary.KnotSummary;
import dev.taut.run.Run;
import dev.taut.run.SolutionSummary.CoefficientRow;
import dev.taut.run.Tuning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A run and the look-ups that several chapters share. */
record Facts(Run run) {

    Optional<Effect.Row> effect(String label) {
        return run.effect().rows().stream()
                .filter(row -> row.label().equals(label))
                .findFirst();
    }

    OptionalDouble holdoutError(String label) {
        return effect(label).map(Effect.Row::holdout).orElse(OptionalDouble.empty());
    }

    OptionalDouble crossValidated(String label) {
        return effect(label).map(Effect.Row::crossValidated).orElse(OptionalDouble.empty());
    }

    /** The target's name, short enough for a sentence. */
    String target() {
        return Words.brief(run.data().target().name());
    }

    /** Features with a coefficient that is not zero, for any class, largest first. */
    List<String> kept() {
        return run.solution().coefficients().stream()
                .map(CoefficientRow::feature)
                .distinct()
                .toList();
    }

    int features() {
        return run.path().designColumns();
    }

    boolean selects() {
        return run.objective().l1Ratio() > 0 && !run.objective().penalty().equals("none");
    }

    boolean manyOutputs() {
        return run.path().outputs().size() > 1;
    }

    boolean classifies() {
        return !run.data().target().classes().isEmpty();
    }

    Optional<CertificateSummary> certificate() {
        List<KnotSummary> knots = run.path().knots();
        int knot = run.solution().knot();
        return knot >= 0 && knot < knots.size() ? Optional.of(knots.get(knot).certificate()) : Optional.empty();
    }

    long certifiedKnots() {
        return run.path().knots().stream()
                .filter(knot -> knot.certificate().converged())
                .count();
    }

    String penalty() {
        return switch (run.objective().penalty()) {
            case "none" -> "no penalty";
            case "enet" ->
                "elastic net (l1Ratio " + Numbers.plain(run.objective().l1Ratio()) + ")";
            default -> run.objective().penalty();
        };
    }

    String rule() {
        return rule(run.tuning().map(Tuning::rule).orElse("given"));
    }

    static String rule(String rule) {
        return switch (rule) {
            case "1se" -> "one-standard-error rule";
            case "min" -> "smallest cross-validated error";
            case "bic" -> "smallest BIC";
            case "aicc" -> "smallest AICc";
            case "ebic" -> "smallest EBIC";
            case "gcv" -> "smallest generalized cross-validation score";
            case "given" -> "given, not tuned";
            default -> rule;
        };
    }

    /** The name of the metric as a sentence writes it. */
    String metric() {
        return metric(run.effect().metric());
    }

    static String metric(String metric) {
        return switch (metric) {
            case "rmse" -> "RMSE";
            case "mae" -> "MAE";
            case "r2" -> "R²";
            case "log-loss" -> "log-loss";
            case "macro-f1" -> "macro F1";
            case "auc" -> "AUC";
            case "mcc" -> "MCC";
            case "brier" -> "Brier score";
            default -> metric.replace('-', ' ');
        };
    }

    /** An error with as many decimals as the best model needs for three significant digits, the same all over the page. */
    String error(double value) {
        return Numbers.fixed(value, decimals());
    }

    String error(OptionalDouble value) {
        return value.isPresent() ? error(value.getAsDouble()) : Numbers.ABSENT;
    }

    private int decimals() {
        double best = run.effect().rows().stream()
                .flatMap(row -> List.of(row.holdout(), row.crossValidated()).stream())
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .filter(value -> Double.isFinite(value) && value > 0)
                .min()
                .orElse(1);
        return (int) Math.max(0, Math.min(6, 2 - Math.floor(Math.log10(best))));
    }

    String error(OptionalDouble value, OptionalDouble standardError) {
        return standardError.isPresent() && value.isPresent()
                ? error(value) + " ± " + error(standardError)
                : error(value);
    }

    /** What is special about this knot: {@code min}, {@code 1-se}, {@code chosen}; empty for most. */
    String mark(int knot) {
        List<String> marks = new ArrayList<>();
        run.tuning().ifPresent(tuning -> {
            if (knot == tuning.minimum()) {
                marks.add("min");
            }
            if (knot == tuning.oneStandardError()) {
                marks.add("1-se");
            }
        });
        if (knot == run.solution().knot()) {
            marks.add("chosen");
        }
        return String.join(", ", marks);
    }

    String keptOfAll() {
        return Numbers.count(kept().size()) + " of " + Words.count(features(), "feature");
    }
}

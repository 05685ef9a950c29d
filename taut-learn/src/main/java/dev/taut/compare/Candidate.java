package dev.taut.compare;

import dev.taut.Linear;
import dev.taut.finding.Code;
import dev.taut.finding.Refused;
import dev.taut.run.Effect;
import dev.taut.summary.Effects;
import dev.taut.summary.StudyFindings;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.FoldedData;
import dev.taut.tuning.Nested;
import dev.taut.tuning.Progress;
import dev.taut.tuning.Rule;
import dev.taut.tuning.Setup;
import dev.taut.tuning.Tuned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * An entry of a comparison: tuned and judged, or why it could not be.
 *
 * @param fit    empty if it could not be fitted
 * @param reason empty if it was
 */
record Candidate(Entry entry, Optional<Fitted> fit, String reason) {
    /**
     * @param tuned   the chosen variant, at the chosen λ, on all training rows
     * @param judged  under the rule in force
     * @param simple  the same variant's one-standard-error knot on all rows
     * @param modest  judged under the one-standard-error rule
     * @param holdout the metric on the held-out rows
     */
    record Fitted(Entry entry, Tuned tuned, Judged judged, int simple, Judged modest, OptionalDouble holdout) {
        int active() {
            return active(tuned.chosen());
        }

        /** Features with a coefficient other than zero, for any output. */
        int active(int knot) {
            var coefficients = tuned.knot(knot).coefficients();
            return (int) IntStream.range(0, coefficients.active())
                    .map(k -> coefficients.coordinate(k) % coefficients.columns())
                    .distinct()
                    .count();
        }

        int columns() {
            return tuned.path().path().features().size();
        }

        double mean() {
            return judged.losses().mean();
        }

        String label() {
            return entry.label();
        }

        boolean isUnpenalised() {
            return Tuned.isUnpenalised(tuned.spec());
        }

        SetStability stability() {
            return stability(judged);
        }

        /**
         * Of the sets of the folds under one rule or the other. Where less than one feature is left out on average there is
         * no choice to agree on; sets then differ in levels that a fold has not seen.
         */
        SetStability stability(Judged which) {
            SetStability stability = SetStability.of(which.sets(), columns());
            boolean choice = selects() && stability.meanSize() <= columns() - 1;
            return choice ? stability : stability.withoutChoice();
        }

        /** Whether the grid ends before the curve turns up. */
        boolean isCutShort() {
            return StudyFindings.curve(tuned, "").stream().anyMatch(f -> f.code() == Code.EDGE_OF_GRID);
        }

        /** Whether the penalty leaves features out where it is strongest. */
        boolean selects() {
            return !isUnpenalised() && active(0) < columns();
        }
    }

    /** Tunes it; without a penalty there may be no unique or no finite solution, which is a result like any other. */
    static Candidate of(Entry entry, Setup setup, FoldedData data, FitPlan plan, Progress progress) {
        boolean unpenalised = entry.variants().stream().allMatch(Tuned::isUnpenalised);
        if (unpenalised
                && !Tuned.hasUniqueUnpenalised(
                        entry.variants().get(0), setup.train(), plan.folds().count())) {
            return impossible(entry, "no unique solution: more features than rows");
        }
        try {
            List<Tuned> variants = new ArrayList<>();
            for (Linear spec : entry.variants()) {
                variants.add(Tuned.of(spec, data, plan, progress));
            }
            List<Judged> judged = plan.nested() ? nested(entry, data, plan, progress) : crossed(variants, plan);
            return new Candidate(entry, Optional.of(fitted(entry, variants, judged, plan, setup)), "");
        } catch (Refused refused) {
            if (unpenalised && refused.findings().stream().allMatch(f -> f.code() == Code.SEPARABLE)) {
                return impossible(entry, "no finite solution: the features explain the target completely");
            }
            throw refused;
        }
    }

    /** Under the rule in force, and one standard error from the best. */
    private static List<Judged> crossed(List<Tuned> variants, FitPlan plan) {
        boolean given = plan.lambda().isPresent();
        return List.of(Judged.of(variants, plan.rule(), given), Judged.of(variants, Rule.ONE_STANDARD_ERROR, given));
    }

    private static List<Judged> nested(Entry entry, FoldedData data, FitPlan plan, Progress progress) {
        List<Rule> rules = List.of(plan.rule(), Rule.ONE_STANDARD_ERROR);
        return Nested.of(entry.variants(), data, plan, rules, progress).stream()
                .map(Judged::of)
                .toList();
    }

    private static Fitted fitted(Entry entry, List<Tuned> variants, List<Judged> judged, FitPlan plan, Setup setup) {
        Tuned tuned = variants.get(Tuned.best(variants, plan.lambda().isPresent()));
        return new Fitted(entry, tuned, judged.get(0), tuned.oneStandardError(), judged.get(1), holdout(tuned, setup));
    }

    private static OptionalDouble holdout(Tuned tuned, Setup setup) {
        return Effects.of(tuned, setup).rows().stream()
                .filter(row -> row.label().equals("chosen"))
                .map(Effect.Row::holdout)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    private static Candidate impossible(Entry entry, String reason) {
        return new Candidate(entry, Optional.empty(), reason);
    }
}

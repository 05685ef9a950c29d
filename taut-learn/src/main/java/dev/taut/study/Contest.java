package dev.taut.study;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Severity;
import dev.taut.run.Comparison;
import dev.taut.summary.Objectives;
import dev.taut.tuning.Tuned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Penalties compared on the same folds. The baseline is the simplest (fewest active coefficients) among those whose mean
 * paired difference from the best is within two corrected standard errors.
 *
 * <p>Standard errors of paired differences are those of Nadeau and Bengio (2003): the variance over J folds is multiplied
 * by 1/J + n_test/n_train, since the training sets overlap.
 */
record Contest(List<Candidate> candidates, Tuned baseline) {

    static Contest of(List<Candidate> candidates) {
        List<Tuned> tuned = candidates.stream()
                .map(Candidate::tuned)
                .flatMap(Optional::stream)
                .toList();
        Tuned best = tuned.stream()
                .min(Comparator.comparingDouble(t -> t.validation().base(t.chosen())))
                .orElseThrow(() -> new Refused(Finding.of(
                                Code.NO_UNIQUE_SOLUTION,
                                "penalties",
                                "without a penalty there is no unique, finite solution, and no other penalty was named")
                        .as(Severity.ERROR)
                        .help("--penalties ridge,lasso,enet:0.5")));
        Tuned baseline = tuned.stream()
                .filter(t -> t == best || Paired.of(t, best).isWithinNoise())
                .min(Comparator.comparingInt(
                                (Tuned t) -> t.knot(t.chosen()).coefficients().active())
                        .thenComparing(t -> t.validation().base(t.chosen())))
                .orElse(best);
        return new Contest(candidates, baseline);
    }

    Comparison comparison() {
        List<Comparison.Row> rows = new ArrayList<>();
        for (Candidate candidate : candidates) {
            rows.add(candidate.tuned().map(tuned -> row(candidate, tuned)).orElseGet(() -> impossible(candidate)));
        }
        return new Comparison(
                baseline.validation().metric().name(),
                baseline.validation().all().size(),
                baseline.spec().settings().penalty().name(),
                rows,
                Advice.of(this));
    }

    private static Comparison.Row impossible(Candidate candidate) {
        return new Comparison.Row(
                candidate.penalty().name(),
                0,
                OptionalDouble.empty(),
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                candidate.reason());
    }

    private Comparison.Row row(Candidate candidate, Tuned tuned) {
        int k = tuned.chosen();
        Paired paired = Paired.of(tuned, baseline);
        boolean reference = tuned == baseline;
        return new Comparison.Row(
                candidate.penalty().name(),
                Objectives.l1Ratio(candidate.penalty()),
                OptionalDouble.of(tuned.knot(k).lambda()),
                tuned.knot(k).coefficients().active(),
                OptionalDouble.of(tuned.validation().mean(k)),
                OptionalDouble.of(tuned.validation().error(k)),
                candidate.holdout(),
                reference ? OptionalDouble.empty() : OptionalDouble.of(paired.mean()),
                reference ? OptionalDouble.empty() : OptionalDouble.of(paired.error()),
                reference ? "reference" : paired.verdict());
    }
}

package dev.taut.compare;

import dev.taut.compare.Candidate.Fitted;
import dev.taut.run.Comparison;
import dev.taut.run.Comparison.Frequency;
import dev.taut.run.Comparison.Row;
import dev.taut.run.Comparison.Sets;
import dev.taut.run.Comparison.Simple;
import dev.taut.summary.Objectives;
import dev.taut.tuning.FoldLosses;
import java.util.Optional;
import java.util.OptionalDouble;

/** A comparison as a reader sees it. */
final class Comparisons {
    private static final int LISTED = 100;
    private static final int NAMED = 20;

    private final Field field;
    private final Fitted baseline;

    private Comparisons(Field field, Fitted baseline) {
        this.field = field;
        this.baseline = baseline;
    }

    static Comparison of(Field field, Fitted baseline) {
        return new Comparisons(field, baseline).comparison();
    }

    private Comparison comparison() {
        FoldLosses losses = baseline.judged().losses();
        return new Comparison(
                losses.metric().name(),
                losses.losses().length,
                losses.plan().repeats(),
                field.plan().purpose().word(),
                field.plan().fit().lambda().isPresent()
                        ? "given"
                        : field.plan().inForce().word(),
                baseline.label(),
                field.noModel().mean(),
                field.noModel().error(),
                field.candidates().stream().map(this::row).toList(),
                field.clusters().stream()
                        .map(c -> new Comparison.Cluster(
                                c.features().stream().limit(NAMED).toList(), c.strongest()))
                        .toList(),
                Advice.of(field),
                how());
    }

    private String how() {
        boolean joint = field.plan().entries().stream().anyMatch(Entry::isJoint);
        String choice = "λ" + (joint ? " (and share of L1 or blend)" : "");
        String judged = field.plan().fit().nested()
                ? "every fold is judged by a fit whose " + choice + " was tuned without it, on folds of its own"
                : "every fold is judged at the " + choice + " that the other folds of its repeat choose";
        return judged + "; intervals are corrected resampled t intervals that hold" + " together with 95 %";
    }

    private Row row(Candidate candidate) {
        return candidate.fit().map(this::row).orElseGet(() -> impossible(candidate));
    }

    private static Row impossible(Candidate candidate) {
        OptionalDouble none = OptionalDouble.empty();
        return new Row(
                candidate.entry().label(),
                candidate.entry().variants().get(0).settings().penalty().name(),
                0,
                none,
                0,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                candidate.reason(),
                Optional.empty(),
                Optional.empty());
    }

    private Row row(Fitted fitted) {
        boolean reference = fitted == baseline;
        Difference difference = field.between(fitted.judged(), baseline.judged());
        var penalty = fitted.tuned().spec().settings().penalty();
        return new Row(
                fitted.label(),
                penalty.name(),
                Objectives.l1Ratio(penalty),
                OptionalDouble.of(fitted.tuned().knot(fitted.tuned().chosen()).lambda()),
                fitted.active(),
                OptionalDouble.of(fitted.mean()),
                OptionalDouble.of(fitted.judged().losses().error()),
                fitted.holdout(),
                unless(reference, difference.mean()),
                unless(reference, difference.error()),
                unless(reference, difference.low()),
                unless(reference, difference.high()),
                reference ? "reference" : difference.verdict(),
                Optional.of(simple(fitted)),
                Optional.of(sets(fitted)));
    }

    private static OptionalDouble unless(boolean absent, double value) {
        return absent ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Simple simple(Fitted fitted) {
        return new Simple(
                fitted.tuned().knot(fitted.simple()).lambda(),
                fitted.active(fitted.simple()),
                fitted.modest().losses().mean(),
                fitted.modest().losses().error(),
                Picks.modestStability(fitted).corrected());
    }

    private Sets sets(Fitted fitted) {
        SetStability stability = fitted.stability();
        return new Sets(
                stability.meanSize(),
                stability.jaccard(),
                stability.corrected(),
                count(fitted, true),
                count(fitted, false),
                stability.frequencies().entrySet().stream()
                        .limit(LISTED)
                        .map(e -> new Frequency(e.getKey(), e.getValue()))
                        .toList());
    }

    private int count(Fitted fitted, boolean together) {
        var sets = fitted.judged().sets();
        return (int) field.clusters().stream()
                .filter(c -> (together ? c.together(sets) : c.split(sets)) >= 0.5)
                .count();
    }
}

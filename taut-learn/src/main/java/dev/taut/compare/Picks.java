package dev.taut.compare;

import dev.taut.compare.Candidate.Fitted;
import dev.taut.compare.Clusters.Cluster;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whom each purpose takes. */
record Picks(Field field) {
    /** Rows (of classes the rarer, of times the events) per coefficient from which estimates without a penalty are steady. */
    static final int ENOUGH = 10;
    /** A stability this much lower is as good. */
    private static final double AS_STEADY = 0.1;

    /** Whose run and model the comparison's are, and to whom differences refer. */
    Fitted baseline() {
        return switch (field.plan().purpose()) {
            case ANY -> field.simplest();
            case PREDICT -> field.best();
            case SELECT -> select().orElseGet(field::simplest);
            case EXPLAIN -> explain();
        };
    }

    /** Of those that leave features out, those that the best of them cannot be told from; the steadiest, then the shortest. */
    Optional<Fitted> select() {
        List<Fitted> selecting = field.fitted().stream()
                .filter(f -> f.selects() && f.active(f.simple()) > 0)
                .toList();
        Optional<Fitted> first = selecting.stream()
                .min(Comparator.comparingDouble(f -> f.modest().losses().mean()));
        List<Fitted> alike = selecting.stream()
                .filter(f -> f == first.orElseThrow() || near(f, first.orElseThrow()))
                .toList();
        double steadiest = alike.stream().mapToDouble(Picks::steadiness).max().orElse(0);
        return alike.stream()
                .filter(f -> steadiness(f) >= steadiest - AS_STEADY)
                .min(Comparator.comparingInt((Fitted f) -> f.active(f.simple()))
                        .thenComparingDouble(f -> f.modest().losses().mean()));
    }

    private boolean near(Fitted fitted, Fitted first) {
        return field.between(fitted.modest(), first.modest()).isWithinNoise();
    }

    /** Agreement of the one-standard-error sets; sets that are all full or all empty agree on nothing chosen. */
    static double steadiness(Fitted fitted) {
        return modestStability(fitted).corrected().orElse(0);
    }

    static SetStability modestStability(Fitted fitted) {
        return fitted.stability(fitted.modest());
    }

    /** Correlated features kept together where there are any; else no shrinkage where rows allow it. */
    Fitted explain() {
        if (field.isWide()) {
            return field.simplest();
        }
        Optional<Fitted> keeper = field.clusters().isEmpty() ? Optional.empty() : keeper();
        if (keeper.isPresent()) {
            return keeper.get();
        }
        if (canDoWithout()) {
            return field.unpenalised().orElseThrow();
        }
        return field.eligible().stream()
                .max(Comparator.comparingDouble(f -> f.stability().corrected().orElse(1)))
                .orElse(field.best());
    }

    /** Whether the fit without a penalty is within noise of the best, and there are rows enough for all coefficients. */
    boolean canDoWithout() {
        return field.unpenalised()
                .filter(none -> field.eligible().contains(none))
                .filter(none -> field.evidence() >= ENOUGH * none.columns())
                .isPresent();
    }

    /** The most accurate penalty, of those as good as the best, that keeps every cluster whole in most folds. */
    Optional<Fitted> keeper() {
        return field.eligible().stream()
                .filter(f -> !f.isUnpenalised())
                .filter(f -> field.clusters().stream().allMatch(c -> keeps(c, f)))
                .min(Comparator.comparingDouble(Fitted::mean));
    }

    private static boolean keeps(Cluster cluster, Fitted fitted) {
        List<Set<String>> sets = fitted.judged().sets();
        return cluster.together(sets) > 0.5;
    }
}

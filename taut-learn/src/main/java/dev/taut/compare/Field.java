package dev.taut.compare;

import dev.taut.compare.Candidate.Fitted;
import dev.taut.compare.Clusters.Cluster;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Severity;
import dev.taut.loss.Target;
import dev.taut.recipe.Targets;
import dev.taut.tuning.FoldFit;
import dev.taut.tuning.FoldLosses;
import dev.taut.tuning.FoldedData;
import dev.taut.tuning.Setup;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The candidates beside each other: who is best, who cannot be told from it, and what there is to say of the rows.
 *
 * @param best     smallest mean
 * @param noModel  the losses of the model without features
 * @param clusters correlated features
 * @param evidence rows, or those of the rarer class, or events: what there is to estimate from
 */
record Field(
        ComparisonPlan plan,
        List<Candidate> candidates,
        Fitted best,
        FoldLosses noModel,
        List<Cluster> clusters,
        int rows,
        int evidence) {

    static Field of(ComparisonPlan plan, List<Candidate> candidates, Setup setup, FoldedData data) {
        List<Fitted> fitted = candidates.stream()
                .map(Candidate::fit)
                .flatMap(Optional::stream)
                .toList();
        Fitted best = fitted.stream()
                .min(Comparator.comparingDouble(Fitted::mean))
                .orElseThrow(() -> new Refused(Finding.of(
                                Code.NO_UNIQUE_SOLUTION,
                                "penalties",
                                "without a penalty there is no unique, finite solution, and no other penalty was named")
                        .as(Severity.ERROR)
                        .help("--penalties ridge,lasso,enet")));
        Fitted widest =
                fitted.stream().max(Comparator.comparingInt(Fitted::columns)).orElse(best);
        return new Field(
                plan,
                candidates,
                best,
                noModel(best),
                Clusters.among(data.problem(widest.tuned().spec()), interesting(fitted, widest)),
                setup.train().rows(),
                evidence(setup));
    }

    private static FoldLosses noModel(Fitted any) {
        List<FoldFit> fits = any.tuned().validation().all();
        FoldLosses losses = any.judged().losses();
        return new FoldLosses(
                losses.plan(),
                losses.metric(),
                losses.weights(),
                fits.stream().mapToDouble(FoldFit::nullTest).toArray());
    }

    /** Features that penalties choose, most often first, then the others. */
    private static Set<String> interesting(List<Fitted> fitted, Fitted widest) {
        Set<String> names = new LinkedHashSet<>();
        fitted.stream()
                .filter(f -> f.judged().sets().stream().anyMatch(s -> s.size() < f.columns()))
                .forEach(f -> names.addAll(f.stability().frequencies().keySet()));
        var features = widest.tuned().path().path().features();
        IntStream.range(0, features.size())
                .forEach(j -> names.add(features.get(j).name()));
        return names;
    }

    private static int evidence(Setup setup) {
        Target target = setup.targets().encode(setup.train());
        if (target instanceof Target.Survival survival) {
            return (int) IntStream.range(0, setup.train().rows())
                    .filter(i -> survival.events()[i])
                    .count();
        }
        if (!setup.targets().task().isClassification()) {
            return setup.train().rows();
        }
        int[] counts = new int[setup.targets().classes().size()];
        if (target instanceof Target.Classes classes) {
            for (int code : classes.codes()) {
                counts[code]++;
            }
        }
        return Arrays.stream(counts).min().orElse(0);
    }

    static FoldedData folded(ComparisonPlan plan, Setup setup) {
        int specifications =
                plan.entries().stream().mapToInt(e -> e.variants().size()).sum();
        return new FoldedData(
                plan.entries().get(0).variants().get(0),
                setup.train(),
                Targets.of(setup.all()),
                plan.fit(),
                specifications);
    }

    List<Fitted> fitted() {
        return candidates.stream().map(Candidate::fit).flatMap(Optional::stream).toList();
    }

    Difference fromBest(Fitted fitted) {
        return between(fitted.judged(), best.judged());
    }

    /** One of as many differences as there are others to compare one entry with. */
    Difference between(Judged first, Judged second) {
        return Difference.of(first.losses(), second.losses(), Math.max(1, fitted().size() - 1));
    }

    /** What the best gains over no model; negative where it is better. */
    Difference overNothing() {
        return Difference.of(best.judged().losses(), noModel, 1);
    }

    /** Those that the folds cannot tell from the best, itself included. */
    List<Fitted> eligible() {
        return fitted().stream()
                .filter(f -> f == best || fromBest(f).isWithinNoise())
                .toList();
    }

    Optional<Fitted> unpenalised() {
        return fitted().stream().filter(Fitted::isUnpenalised).findFirst();
    }

    int columns() {
        return fitted().stream().mapToInt(Fitted::columns).max().orElse(0);
    }

    /** More columns than rows. */
    boolean isWide() {
        return columns() > rows;
    }

    /** The simplest within noise: the fewest active coefficients. */
    Fitted simplest() {
        return eligible().stream()
                .min(Comparator.comparingInt((Fitted f) -> f.active()).thenComparingDouble(Fitted::mean))
                .orElse(best);
    }
}

package dev.taut.stability;

import dev.taut.Linear;
import dev.taut.LinearProblem;
import dev.taut.check.CheckOptions;
import dev.taut.check.Checks;
import dev.taut.data.Dataset;
import dev.taut.design.Feature;
import dev.taut.design.Features;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Wording;
import dev.taut.fold.Halves;
import dev.taut.penalty.Prox;
import dev.taut.penalty.SeparableProx;
import dev.taut.recipe.Targets;
import dev.taut.stability.ErrorControl.Settled;
import dev.taut.stability.Subsamples.Candidates;
import dev.taut.tuning.Progress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Selects the features that many halves of the rows select, with a bound on how many of them are expected to be false:
 * stability selection (Meinshausen and Bühlmann 2010) on complementary pairs (Shah and Samworth 2013).
 *
 * <p>Each half walks a path of its own, recipe and scaling estimated on its rows, and selects the features that enter
 * first, at most as many as the budget. Any loss and any penalty with zeros will do; columns without a penalty are always
 * in the model and are not candidates. Immutable; the same seed gives the same result for any number of threads.
 *
 * @param linear  loss, penalty, recipe
 * @param pairs   pairs of halves, default 50
 * @param control threshold, budget and bound
 * @param seed    default 42
 * @param threads fits at a time, default 1
 */
public record StabilitySelection(Linear linear, int pairs, ErrorControl control, long seed, int threads) {
    public StabilitySelection {
        if (pairs < 1) {
            throw new IllegalArgumentException("at least one pair of halves is needed, not " + pairs);
        }
    }

    public static StabilitySelection of(Linear linear) {
        return new StabilitySelection(linear, 50, ErrorControl.standard(), 42, 1);
    }

    public StabilitySelection pairs(int count) {
        return new StabilitySelection(linear, count, control, seed, threads);
    }

    public StabilitySelection control(ErrorControl other) {
        return new StabilitySelection(linear, pairs, other, seed, threads);
    }

    public StabilitySelection seed(long other) {
        return new StabilitySelection(linear, pairs, control, other, threads);
    }

    public StabilitySelection threads(int count) {
        return new StabilitySelection(linear, pairs, control, seed, count);
    }

    /** Selects on all rows, after the standard checks. */
    public Stability on(Dataset data) {
        Dataset checked = Checks.of(
                        linear.typed(data),
                        CheckOptions.standard().loss(linear.namedLoss().orElse("")))
                .orRefuse();
        return on(checked, Progress.SILENT);
    }

    /**
     * The same for rows that were checked.
     *
     * @throws Refused if the penalty keeps no coefficient at zero, or no budget or threshold keeps the bound
     * @throws Progress.Cancelled if the observer asks to stop
     */
    public Stability on(Dataset checked, Progress progress) {
        LinearProblem problem = linear.on(checked, Targets.of(checked));
        Candidates candidates = candidates(problem);
        Settled settled = control.settle(candidates.names().size(), pairs).orElseThrow(() -> unattainable(candidates));
        Halves halves = Halves.of(checked, pairs, seed);
        Subsamples subsamples = new Subsamples(problem, halves, candidates, settled.budget(), progress);
        List<Entered> entered = subsamples.fit(threads);
        List<FeatureStability> features = features(problem.problem().features(), candidates, entered, settled);
        return new Stability(settled, features, Swaps.among(problem, features, entered), entered, subsamples.how());
    }

    private Candidates candidates(LinearProblem problem) {
        Features features = problem.problem().features();
        Prox unit = problem.problem().penalty().at(1, features);
        if (!unit.hasZeros()) {
            String name = linear.settings().penalty().name();
            throw new Refused(Finding.of(
                            Code.USAGE,
                            name,
                            "the penalty " + name + " keeps no coefficient at zero, so there is nothing to select by")
                    .help("--penalty lasso", "--penalty enet:0.5"));
        }
        SeparableProx free =
                unit.onlyFree() instanceof SeparableProx separable ? separable : SeparableProx.allZero(features.size());
        Set<String> names = new LinkedHashSet<>();
        int others = 0;
        for (int j = 0; j < features.size(); j++) {
            if (free.lower(j) < 0 || free.upper(j) > 0) {
                others++;
            } else {
                names.add(features.get(j).name());
            }
        }
        return new Candidates(names, others);
    }

    private Refused unattainable(Candidates candidates) {
        return new Refused(Finding.of(
                        Code.USAGE,
                        "--expected",
                        "with " + Wording.count(candidates.names().size(), "feature", "features") + " and "
                                + Wording.count(pairs, "pair", "pairs")
                                + " of halves no such small bound of false selections can be kept")
                .help("--expected 1", "--assume r-concave", "--threshold 0.9"));
    }

    private static List<FeatureStability> features(
            Features features, Candidates candidates, List<Entered> halves, Settled settled) {
        Map<String, Integer> counts = new HashMap<>();
        halves.forEach(half -> half.lambdas().keySet().forEach(name -> counts.merge(name, 1, Integer::sum)));
        return IntStream.range(0, features.size())
                .mapToObj(features::get)
                .filter(feature -> candidates.names().contains(feature.name()))
                .map(feature -> stability(feature, counts.getOrDefault(feature.name(), 0), halves.size(), settled))
                .sorted(Comparator.comparingDouble((FeatureStability f) -> -f.frequency()))
                .toList();
    }

    private static FeatureStability stability(Feature feature, int count, int halves, Settled settled) {
        boolean selected = count >= settled.threshold() * halves - 1e-9;
        return new FeatureStability(feature.name(), feature.source(), (double) count / halves, selected);
    }
}

package dev.taut.knockoff;

import dev.taut.Linear;
import dev.taut.check.CheckOptions;
import dev.taut.check.Checks;
import dev.taut.data.Dataset;
import dev.taut.data.Role;
import dev.taut.design.Features;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.fold.Seeds;
import dev.taut.penalty.Penalty;
import dev.taut.recipe.Contrast;
import dev.taut.recipe.Encoded;
import dev.taut.tuning.Progress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Selects features with an expected share of false ones of at most a target: each column is compared with a copy that has
 * the same correlations but nothing to do with the target, and as many columns are taken as the copies allow (Barber and
 * Candès 2015; Candès, Fan, Janson and Lv 2018).
 *
 * <p>Columns are those of the recipe on all rows, a category without its reference level; they are standardized. The
 * copies are drawn at random: another seed gives other copies. Immutable.
 *
 * @param linear       loss and penalty; the penalty must treat columns alike
 * @param construction default: fixed copies for the squared loss with at least twice as many rows as columns and rows of
 *     one weight, otherwise those of the normal model
 * @param statistic    default: entry for fixed copies, difference for the others
 * @param separation   default entropy
 * @param target       of the false discovery rate, in (0, 1), default 0.1
 * @param plus         whether to keep it exactly, knockoff+, as by default
 * @param seed         default 42
 * @param threads      fits at a time, default 1; never changes a result
 */
public record KnockoffFilter(
        Linear linear,
        Optional<Construction> construction,
        Optional<Statistic> statistic,
        Separation separation,
        double target,
        boolean plus,
        long seed,
        int threads) {
    public KnockoffFilter {
        if (!(target > 0 && target < 1)) {
            throw new IllegalArgumentException("the target must be above 0 and below 1, not " + target);
        }
    }

    public static KnockoffFilter of(Linear linear) {
        return new KnockoffFilter(linear, Optional.empty(), Optional.empty(), Separation.ENTROPY, 0.1, true, 42, 1);
    }

    public KnockoffFilter construction(Construction other) {
        return new KnockoffFilter(linear, Optional.of(other), statistic, separation, target, plus, seed, threads);
    }

    public KnockoffFilter statistic(Statistic other) {
        return new KnockoffFilter(linear, construction, Optional.of(other), separation, target, plus, seed, threads);
    }

    public KnockoffFilter separation(Separation other) {
        return new KnockoffFilter(linear, construction, statistic, other, target, plus, seed, threads);
    }

    public KnockoffFilter target(double other) {
        return new KnockoffFilter(linear, construction, statistic, separation, other, plus, seed, threads);
    }

    public KnockoffFilter plus(boolean other) {
        return new KnockoffFilter(linear, construction, statistic, separation, target, other, seed, threads);
    }

    public KnockoffFilter seed(long other) {
        return new KnockoffFilter(linear, construction, statistic, separation, target, plus, other, threads);
    }

    public KnockoffFilter threads(int other) {
        return new KnockoffFilter(linear, construction, statistic, separation, target, plus, seed, other);
    }

    /** Selects on all rows, after the standard checks. */
    public Knockoffs on(Dataset data) {
        Dataset checked = Checks.of(
                        linear.typed(data),
                        CheckOptions.standard().loss(linear.namedLoss().orElse("")))
                .orRefuse();
        return on(checked, Progress.SILENT);
    }

    /**
     * The same for rows that were checked.
     *
     * @throws Refused if the penalty tells columns apart, or fixed copies are asked for where there are none
     */
    public Knockoffs on(Dataset checked, Progress progress) {
        Linear spec = linear.recipe(linear.settings().recipe().contrast(Contrast.REFERENCE));
        Encoded encoded = spec.settings()
                .recipe()
                .fit(checked)
                .encode(checked.table(), spec.settings().storage());
        Features features = encoded.features();
        Construction chosen = construction.orElseGet(
                () -> reasonAgainstFixed(checked, features.size()).isEmpty() ? Construction.FIXED : Construction.MODEL);
        Statistic compared = statistic.orElse(chosen == Construction.FIXED ? Statistic.ENTRY : Statistic.DIFFERENCE);
        refuseUnsuitable(checked, features, chosen, compared);
        Copies copies = copies(Columns.of(encoded.design()), chosen);
        double[] reached = new Contest(spec, checked, copies).reached(compared, seed, threads, progress);
        return outcome(features, copies, reached, chosen, compared);
    }

    private Copies copies(Columns columns, Construction chosen) {
        Normals normals = new Normals(Seeds.of(seed).stream("knockoffs"));
        return chosen == Construction.MODEL
                ? Copies.model(columns, separation, normals)
                : Copies.fixed(columns, separation, normals)
                        .orElseThrow(() -> refused(
                                "--copies",
                                "some columns are determined by others, so no copy could be told from them",
                                "--copies model"));
    }

    /** Why there can be no fixed copies. */
    private Optional<String> reasonAgainstFixed(Dataset data, int columns) {
        if (!linear.loss(data).name().equals("squared")) {
            return Optional.of("fixed copies are for the squared loss");
        }
        if (data.find(Role.WEIGHTS).isPresent()) {
            return Optional.of("fixed copies are for rows of equal weight");
        }
        return data.rows() < 2 * columns + 1
                ? Optional.of("fixed copies of " + columns + " columns need " + (2 * columns + 1) + " rows, there are "
                        + data.rows())
                : Optional.empty();
    }

    private void refuseUnsuitable(Dataset data, Features features, Construction chosen, Statistic compared) {
        Penalty penalty = linear.settings().penalty();
        if (!penalty.columns().isEmpty()) {
            throw refused(
                    "penalty",
                    "knockoffs need a penalty that treats columns and copies alike, and " + penalty.name()
                            + " names columns");
        }
        if (compared == Statistic.ENTRY && !penalty.at(1, features).hasZeros()) {
            throw refused(
                    "penalty",
                    "the penalty " + penalty.name() + " keeps no coefficient at zero, so no column enters its path",
                    "--penalty lasso");
        }
        if (chosen == Construction.FIXED) {
            reasonAgainstFixed(data, features.size()).ifPresent(reason -> {
                throw refused("--copies", reason, "--copies model");
            });
            if (compared == Statistic.DIFFERENCE) {
                throw refused(
                        "--statistic",
                        "folds would tear columns and their fixed copies apart, so λ cannot be tuned for their difference",
                        "--statistic entry",
                        "--copies model");
            }
        }
    }

    private static Refused refused(String subject, String message, String... help) {
        return new Refused(Finding.of(Code.USAGE, subject, message).help(help));
    }

    private Knockoffs outcome(
            Features features, Copies copies, double[] reached, Construction chosen, Statistic compared) {
        int p = features.size();
        double[] statistics = IntStream.range(0, p)
                .mapToDouble(j -> compared.of(reached[j], reached[p + j]))
                .toArray();
        Threshold threshold = new Threshold(statistics, plus ? 1 : 0);
        double least = threshold.at(target).orElse(Double.POSITIVE_INFINITY);
        List<FeatureKnockoff> rows = IntStream.range(0, p)
                .mapToObj(j -> new FeatureKnockoff(
                        features.get(j).name(),
                        features.get(j).source(),
                        reached[j],
                        reached[p + j],
                        statistics[j],
                        copies.separation()[j],
                        threshold.level(statistics[j]),
                        statistics[j] >= least))
                .sorted(Comparator.comparingDouble((FeatureKnockoff f) -> -f.statistic()))
                .toList();
        return new Knockoffs(this, chosen, compared, threshold.at(target), copies.share(), rows);
    }
}

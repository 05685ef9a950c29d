package dev.taut.penalty;

import dev.taut.design.Features;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A penalty with per-column factors and bounds; of several adjustments to one column the last one counts. */
final class AdjustedPenalty implements Penalty {
    private final Penalty base;
    private final List<Factor> factors;
    private final List<Bound> bounds;
    /** What bounds are multiplied by, one per column; empty for 1. */
    private final double[] scales;

    private record Factor(String columns, double multiplier) {}

    private record Bound(String columns, double lower, double upper) {}

    private AdjustedPenalty(Penalty base, List<Factor> factors, List<Bound> bounds, double[] scales) {
        this.base = base;
        this.factors = List.copyOf(factors);
        this.bounds = List.copyOf(bounds);
        this.scales = scales;
    }

    static AdjustedPenalty of(Penalty penalty) {
        return penalty instanceof AdjustedPenalty adjusted
                ? adjusted
                : new AdjustedPenalty(penalty, List.of(), List.of(), new double[0]);
    }

    @Override
    public String name() {
        return base.name();
    }

    @Override
    public String formula() {
        return base.formula();
    }

    @Override
    public List<String> columns() {
        return Stream.concat(
                        factors.stream().map(Factor::columns), bounds.stream().map(Bound::columns))
                .toList();
    }

    @Override
    public Penalty among(Features features) {
        return new AdjustedPenalty(
                base,
                factors.stream()
                        .filter(f -> features.matching(f.columns).length > 0)
                        .toList(),
                bounds.stream()
                        .filter(b -> features.matching(b.columns).length > 0)
                        .toList(),
                scales);
    }

    @Override
    public Penalty shape() {
        return base;
    }

    @Override
    public Penalty reshaped(Penalty shape) {
        return new AdjustedPenalty(shape, factors, bounds, scales);
    }

    @Override
    public Penalty factor(String column, double multiplier) {
        if (!(multiplier >= 0) || Double.isInfinite(multiplier)) {
            throw new IllegalArgumentException(
                    "penalty factor of " + column + " must be ≥ 0 and finite, not " + multiplier);
        }
        List<Factor> more = new ArrayList<>(factors);
        more.add(new Factor(column, multiplier));
        return new AdjustedPenalty(base, more, bounds, scales);
    }

    @Override
    public Penalty within(String columns, double lower, double upper) {
        if (!(lower <= 0 && upper >= 0)) {
            throw new IllegalArgumentException(
                    "bounds of " + columns + " must contain 0, not [" + lower + ", " + upper + "]");
        }
        List<Bound> more = new ArrayList<>(bounds);
        more.add(new Bound(columns, lower, upper));
        return new AdjustedPenalty(base, factors, more, scales);
    }

    @Override
    public Prox at(double lambda, Features features) {
        return base.adjusted(lambda, features, adjustments(features));
    }

    @Override
    public Penalty scaled(double[] columnScales) {
        return new AdjustedPenalty(base, factors, bounds, columnScales.clone());
    }

    /** The largest λ_max of any single column, each with its own factor; that of the adjusted prox where columns mix. */
    @Override
    public double lambdaMax(double[] nullGradient, Features features) {
        if (features.size() == 0) {
            return 0;
        }
        if (!(at(1, features) instanceof SeparableProx limits)) {
            return LambdaMax.of(this, nullGradient, features);
        }
        double[] factor = factors(features);
        double[] scaledGradient = new double[nullGradient.length];
        int p = features.size();
        for (int c = 0; c < nullGradient.length; c++) {
            int j = c % p;
            boolean blocked = nullGradient[c] > 0 ? limits.lower(j) == 0 : limits.upper(j) == 0;
            scaledGradient[c] = factor[j] == 0 || blocked ? 0 : nullGradient[c] / factor[j];
        }
        return base.lambdaMax(scaledGradient, features);
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private double[] factors(Features features) {
        double[] factor = ones(features.size());
        for (Factor f : factors) {
            for (int j : matched(f.columns, features)) {
                factor[j] = f.multiplier;
            }
        }
        return factor;
    }

    private Adjustments adjustments(Features features) {
        double[] lower = new double[features.size()];
        double[] upper = new double[features.size()];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        for (Bound b : bounds) {
            for (int j : matched(b.columns, features)) {
                lower[j] = scaled(b.lower, j);
                upper[j] = scaled(b.upper, j);
            }
        }
        return new Adjustments(factors(features), lower, upper);
    }

    /** Zero stays zero even for a column whose scale is infinite because it is constant. */
    private double scaled(double bound, int column) {
        return bound == 0 || scales.length == 0 ? bound : bound * scales[column];
    }

    private static int[] matched(String columns, Features features) {
        int[] found = features.matching(columns);
        if (found.length == 0) {
            throw new IllegalArgumentException("no column matches `" + columns + "`");
        }
        return found;
    }
}

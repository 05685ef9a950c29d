package dev.taut.penalty;

import dev.taut.design.Features;
import java.util.Arrays;
import java.util.List;

/**
 * λ·[ l1Ratio·( (1 − within)·Σ_g √|g|·‖β_g‖₂ + within·‖β‖₁ ) + (1 − l1Ratio)/2·‖β‖₂² ], |g| the number of columns of a
 * group: the group lasso (Yuan and Lin 2006) and group elastic net at within 0, the sparse group lasso (Simon et al. 2013)
 * for within between 0 and 1. With several outputs a group holds the coefficients of its columns in all of them, so that a
 * feature stays or leaves as a whole.
 *
 * @param groups  which columns belong together
 * @param l1Ratio share of the norms, in (0, 1]
 * @param within  share of L1 inside the norms, in [0, 1]
 */
public record GroupPenalty(Groups groups, double l1Ratio, double within) implements Penalty {
    public GroupPenalty {
        if (!(l1Ratio > 0 && l1Ratio <= 1)) {
            throw new IllegalArgumentException("l1Ratio must lie in (0, 1], not " + l1Ratio);
        }
        if (!(within >= 0 && within <= 1)) {
            throw new IllegalArgumentException("the share of L1 within groups must lie in [0, 1], not " + within);
        }
    }

    @Override
    public String name() {
        String ratio = l1Ratio == 1 ? "" : " " + l1Ratio;
        return within == 0 ? "group" + ratio : "sparsegroup " + within + ratio;
    }

    @Override
    public String formula() {
        String norms = within == 0 ? "Σ √|g|·‖β_g‖₂" : "(" + (1 - within) + "·Σ √|g|·‖β_g‖₂ + " + within + "·‖β‖₁)";
        return "λ · " + (l1Ratio == 1 ? norms : "[" + l1Ratio + "·" + norms + " + " + (1 - l1Ratio) / 2 + "·‖β‖₂²]");
    }

    @Override
    public Prox at(double lambda, Features features) {
        double[] ones = new double[features.size()];
        Arrays.fill(ones, 1);
        return new At(features.size(), lambda, this, groups.of(features), ones);
    }

    @Override
    public Prox adjusted(double lambda, Features features, Adjustments adjustments) {
        adjustments.refuseBounds(this);
        List<int[]> members = groups.of(features);
        members.forEach(group -> adjustments.refuseMixed(this, group, features));
        return new At(features.size(), lambda, this, members, adjustments.factors());
    }

    private record At(int columns, double lambda, GroupPenalty shape, List<int[]> groups, double[] factors)
            implements BlockProx {
        @Override
        public List<Block> blocks(int outputs) {
            return groups.stream()
                    .filter(group -> factors[group[0]] > 0)
                    .map(group -> block(group, outputs))
                    .toList();
        }

        private Block block(int[] group, int outputs) {
            double strength = lambda * factors[group[0]];
            double norms = strength * shape.l1Ratio;
            return new Block(
                    Groups.coordinates(group, columns, outputs),
                    new GroupNorm(norms * shape.within, norms * (1 - shape.within) * Math.sqrt(group.length)),
                    strength * (1 - shape.l1Ratio));
        }
    }
}

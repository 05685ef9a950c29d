package dev.taut.penalty;

import dev.taut.design.Features;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * λ·[ l1Ratio·‖β‖₁ + (1 − l1Ratio)·Σⱼ|βⱼ₊₁ − βⱼ| ] for columns in the order of the design: the fused lasso (Tibshirani et
 * al. 2005). Neighbours that a free column stands between are not compared across it.
 *
 * @param l1Ratio share of L1, in (0, 1]
 */
public record FusedPenalty(double l1Ratio) implements Penalty {
    public FusedPenalty {
        if (!(l1Ratio > 0 && l1Ratio <= 1)) {
            throw new IllegalArgumentException("the share of L1 of the fused lasso must lie in (0, 1], not " + l1Ratio);
        }
    }

    @Override
    public String name() {
        return "fused " + l1Ratio;
    }

    @Override
    public String formula() {
        return "λ · [" + l1Ratio + "·‖β‖₁ + " + (1 - l1Ratio) + "·Σ|βⱼ₊₁ − βⱼ|]";
    }

    @Override
    public Prox at(double lambda, Features features) {
        return new At(features.size(), norm(lambda), new boolean[features.size()]);
    }

    @Override
    public Prox adjusted(double lambda, Features features, Adjustments adjustments) {
        adjustments.refuseBounds(this);
        adjustments.refuseFactors(this);
        boolean[] free = new boolean[features.size()];
        for (int j = 0; j < free.length; j++) {
            free[j] = adjustments.factors()[j] == 0;
        }
        return new At(features.size(), norm(lambda), free);
    }

    private FusedNorm norm(double lambda) {
        return new FusedNorm(lambda * l1Ratio, lambda * (1 - l1Ratio));
    }

    private record At(int columns, FusedNorm norm, boolean[] free) implements BlockProx {
        @Override
        public List<Block> blocks(int outputs) {
            return IntStream.range(0, outputs)
                    .boxed()
                    .flatMap(k -> runs().stream()
                            .map(run -> new Block(
                                    Arrays.stream(run).map(j -> k * columns + j).toArray(), norm, 0)))
                    .toList();
        }

        /** Neighbours without a free column between them. */
        private List<int[]> runs() {
            int[] starts = IntStream.range(0, columns)
                    .filter(j -> !free[j] && (j == 0 || free[j - 1]))
                    .toArray();
            return Arrays.stream(starts)
                    .mapToObj(start -> IntStream.iterate(start, j -> j < columns && !free[j], j -> j + 1)
                            .toArray())
                    .toList();
        }
    }
}

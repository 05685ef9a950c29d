package dev.taut.penalty;

import dev.taut.design.Features;
import dev.taut.kernel.NormalTail;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * λ·Σₖ weightₖ·|β|₍ₖ₎, the largest coefficient charged most; equal coefficients form clusters. With several outputs, each
 * of them is sorted for itself.
 *
 * @param weights SLOPE or OSCAR
 * @param level   SLOPE: q in (0, 1), weightₖ = Φ⁻¹(1 − qk/2p) / Φ⁻¹(1 − q/2p), after which false discoveries stay below q in
 *     orthogonal designs (Bogdan et al. 2015); OSCAR: c ≥ 0, weightₖ = (1 + c(p − k)/p) / (1 + c(p − 1)/p)
 */
public record SortedPenalty(Weights weights, double level) implements Penalty {
    /** Sequences of weights, the first always 1. */
    public enum Weights {
        SLOPE,
        OSCAR
    }

    public SortedPenalty {
        if (weights == Weights.SLOPE && !(level > 0 && level < 1)) {
            throw new IllegalArgumentException("q of slope must lie in (0, 1), not " + level);
        }
        if (weights == Weights.OSCAR && !(level >= 0 && level < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("c of oscar must be a finite number ≥ 0, not " + level);
        }
    }

    @Override
    public String name() {
        return (weights == Weights.SLOPE ? "slope " : "oscar ") + level;
    }

    @Override
    public String formula() {
        return "λ · Σ wₖ·|β|₍ₖ₎, the largest charged most: " + name();
    }

    @Override
    public Prox at(double lambda, Features features) {
        return at(lambda, IntStream.range(0, features.size()).toArray(), features.size());
    }

    @Override
    public Prox adjusted(double lambda, Features features, Adjustments adjustments) {
        adjustments.refuseBounds(this);
        adjustments.refuseFactors(this);
        double[] factors = adjustments.factors();
        int[] penalised =
                IntStream.range(0, factors.length).filter(j -> factors[j] > 0).toArray();
        return at(lambda, penalised, features.size());
    }

    private Prox at(double lambda, int[] penalised, int columns) {
        return new At(columns, penalised, new SortedNorm(sequence(penalised.length, lambda)));
    }

    private double[] sequence(int count, double lambda) {
        double[] sequence = IntStream.rangeClosed(1, count)
                .mapToDouble(k -> weights == Weights.SLOPE
                        ? -NormalTail.quantile(level * k / (2.0 * count))
                        : 1 + level * (count - k) / count)
                .toArray();
        double first = count == 0 ? 1 : sequence[0];
        return Arrays.stream(sequence).map(w -> lambda * w / first).toArray();
    }

    private record At(int columns, int[] penalised, SortedNorm norm) implements BlockProx {
        @Override
        public List<Block> blocks(int outputs) {
            return penalised.length == 0
                    ? List.of()
                    : IntStream.range(0, outputs)
                            .mapToObj(k -> new Block(
                                    Arrays.stream(penalised)
                                            .map(j -> k * columns + j)
                                            .toArray(),
                                    norm,
                                    0))
                            .toList();
        }
    }
}

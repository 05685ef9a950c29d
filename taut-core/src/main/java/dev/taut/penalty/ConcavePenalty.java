package dev.taut.penalty;

import dev.taut.design.Features;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Σ_g λ_g²·φ(‖β_g‖₂ / λ_g) with λ_g = λ·√|g|: MCP and SCAD for single coefficients, group MCP and group SCAD (Breheny and
 * Huang 2015) for groups of columns. Near zero it is the lasso with this λ, but large coefficients are not shrunk. With
 * several outputs, coefficients of a column belong together.
 *
 * @param concave φ
 * @param groups  which columns belong together; {@link Groups#each()} for single coefficients
 */
public record ConcavePenalty(Concave concave, Groups groups) implements Penalty {
    @Override
    public String name() {
        return groups.equals(Groups.each()) ? concave.name() : "group" + concave.name();
    }

    @Override
    public String formula() {
        String flat = ", φ′(t) falling from 1 to 0: " + concave.name();
        return groups.equals(Groups.each()) ? "λ² · Σ φ(|βⱼ|/λ)" + flat : "Σ (λ√|g|)² · φ(‖β_g‖₂/(λ√|g|))" + flat;
    }

    @Override
    public Prox at(double lambda, Features features) {
        double[] ones = new double[features.size()];
        Arrays.fill(ones, 1);
        return new At(features.size(), groups.of(features), concave, lambda, ones);
    }

    /** A factor multiplies the λ of a group. */
    @Override
    public Prox adjusted(double lambda, Features features, Adjustments adjustments) {
        adjustments.refuseBounds(this);
        List<int[]> members = groups.of(features);
        members.forEach(group -> adjustments.refuseMixed(this, group, features));
        return new At(features.size(), members, concave, lambda, adjustments.factors());
    }

    private record At(int columns, List<int[]> groups, Concave shape, double lambda, double[] factors)
            implements MajorizedProx {
        private double strength(int[] group) {
            return lambda * factors[group[0]] * Math.sqrt(group.length);
        }

        private int outputs(double[] beta) {
            return columns == 0 ? 1 : beta.length / columns;
        }

        private double length(int[] group, double[] beta) {
            double sum = 0;
            for (int c : Groups.coordinates(group, columns, outputs(beta))) {
                sum += beta[c] * beta[c];
            }
            return Math.sqrt(sum);
        }

        @Override
        public double value(double[] beta) {
            double sum = 0;
            for (int[] group : groups) {
                double strength = strength(group);
                double length = length(group, beta);
                sum += length > 0 && strength > 0 ? strength * strength * shape.value(length / strength) : 0;
            }
            return sum;
        }

        @Override
        public Prox majorizer(double[] beta) {
            double[] slopes = new double[groups.size()];
            for (int g = 0; g < slopes.length; g++) {
                int[] group = groups.get(g);
                double strength = strength(group);
                slopes[g] = strength > 0 ? strength * shape.slope(length(group, beta) / strength) : 0;
            }
            boolean single = outputs(beta) == 1 && groups.size() == columns;
            return single ? new WeightedL1(slopes) : new WeightedNorms(columns, groups, slopes);
        }

        @Override
        public double[] bends(double[] beta) {
            double[] bends = new double[beta.length];
            for (int[] group : groups) {
                double strength = strength(group);
                double length = length(group, beta);
                for (int c : Groups.coordinates(group, columns, outputs(beta))) {
                    bends[c] = length > 0 && strength > 0 ? shape.bend(length / strength) : 0;
                }
            }
            return bends;
        }

        @Override
        public boolean hasZeros() {
            return lambda > 0 && Arrays.stream(factors).anyMatch(f -> f > 0);
        }

        @Override
        public SeparableProx onlyFree() {
            boolean[] held = new boolean[columns];
            for (int j = 0; j < columns; j++) {
                held[j] = factors[j] > 0;
            }
            return new HeldAtZero(held);
        }
    }

    /** g(β) = Σ weightⱼ·|βⱼ|. */
    private record WeightedL1(double[] weights) implements SeparableProx {
        @Override
        public int columns() {
            return weights.length;
        }

        @Override
        public double value(int column, double b) {
            return weights[column] * Math.abs(b);
        }

        @Override
        public double slope(int column, double b, int side) {
            return b == 0 ? side * weights[column] : Math.copySign(weights[column], b);
        }

        @Override
        public double bend(int column, double b) {
            return 0;
        }

        @Override
        public double step(int column, double u, double curvature) {
            double shrunk = Math.max(Math.abs(u) - weights[column], 0);
            return shrunk == 0 ? 0 : Math.copySign(shrunk / curvature, u);
        }
    }

    /** g(β) = Σ weight_g·‖β_g‖₂; groups of weight zero are free. */
    private record WeightedNorms(int columns, List<int[]> groups, double[] weights) implements BlockProx {
        @Override
        public List<Block> blocks(int outputs) {
            return IntStream.range(0, weights.length)
                    .filter(g -> weights[g] > 0)
                    .mapToObj(g -> new Block(
                            Groups.coordinates(groups.get(g), columns, outputs), new GroupNorm(0, weights[g]), 0))
                    .toList();
        }
    }
}

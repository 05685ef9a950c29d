package dev.taut.testkit.matrix;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** A penalty as its definition says, slow, sharing no line with the library. */
interface PenaltyFormula {
    /** g(b), with a subgradient added to {@code slopes}. */
    double at(double[] b, double[] slopes);

    /**
     * What a penalty at one strength depends on besides.
     *
     * @param groups  columns that come from one column of the table
     * @param factors one per column
     * @param outputs b holds a block of columns for each
     */
    record Context(double lambda, int[][] groups, double[] factors, int outputs) {
        int columns() {
            return factors.length;
        }

        /** Every column for itself. */
        Context ungrouped() {
            return new Context(
                    lambda,
                    IntStream.range(0, columns()).mapToObj(j -> new int[] {j}).toArray(int[][]::new),
                    factors,
                    outputs);
        }

        double strength(int coordinate) {
            return lambda * factors[coordinate % columns()];
        }

        /** λ·√|g| of a group. */
        double groupStrength(int[] group) {
            return strength(group[0]) * Math.sqrt(group.length);
        }

        int[] coordinates(int[] group) {
            return IntStream.range(0, outputs)
                    .flatMap(k -> Arrays.stream(group).map(j -> k * columns() + j))
                    .toArray();
        }

        private double length(double[] b, int[] group) {
            return Math.sqrt(Arrays.stream(coordinates(group))
                    .mapToDouble(c -> b[c] * b[c])
                    .sum());
        }
    }

    static PenaltyFormula nothing() {
        return (b, slopes) -> 0;
    }

    default PenaltyFormula and(PenaltyFormula other) {
        return (b, slopes) -> at(b, slopes) + other.at(b, slopes);
    }

    /** share · Σ λ·|b|. */
    static PenaltyFormula absolute(Context context, double share) {
        return (b, slopes) -> {
            double sum = 0;
            for (int c = 0; c < b.length; c++) {
                sum += share * context.strength(c) * Math.abs(b[c]);
                slopes[c] += share * context.strength(c) * Math.signum(b[c]);
            }
            return sum;
        };
    }

    /** share/2 · Σ λ·b². */
    static PenaltyFormula squares(Context context, double share) {
        return (b, slopes) -> {
            double sum = 0;
            for (int c = 0; c < b.length; c++) {
                sum += share * context.strength(c) * b[c] * b[c] / 2;
                slopes[c] += share * context.strength(c) * b[c];
            }
            return sum;
        };
    }

    /** share · Σ λ√|g|·‖b_g‖₂. */
    static PenaltyFormula norms(Context context, double share) {
        return weightedNorms(
                context,
                Arrays.stream(context.groups())
                        .mapToDouble(g -> share * context.groupStrength(g))
                        .toArray());
    }

    private static PenaltyFormula weightedNorms(Context context, double[] weights) {
        return (b, slopes) -> {
            double sum = 0;
            for (int g = 0; g < weights.length; g++) {
                int[] group = context.groups()[g];
                double length = context.length(b, group);
                sum += weights[g] * length;
                for (int c : context.coordinates(group)) {
                    slopes[c] += length > 0 ? weights[g] * b[c] / length : 0;
                }
            }
            return sum;
        };
    }

    /** Σ (λ√|g|)²·φ(‖b_g‖/(λ√|g|)); no slopes are added. */
    static PenaltyFormula concave(Context context, DoubleUnaryOperator phi) {
        return (b, slopes) -> {
            double sum = 0;
            for (int[] group : context.groups()) {
                double strength = context.groupStrength(group);
                sum += strength > 0 ? strength * strength * phi.applyAsDouble(context.length(b, group) / strength) : 0;
            }
            return sum;
        };
    }

    /** What {@link #concave} looks like from one place: Σ λ√|g|·φ′(‖place_g‖/(λ√|g|))·‖b_g‖. */
    static PenaltyFormula tangent(Context context, DoubleUnaryOperator slopeOfPhi, double[] place) {
        return weightedNorms(
                context,
                Arrays.stream(context.groups())
                        .mapToDouble(g -> context.groupStrength(g) == 0
                                ? 0
                                : context.groupStrength(g)
                                        * slopeOfPhi.applyAsDouble(context.length(place, g) / context.groupStrength(g)))
                        .toArray());
    }

    /**
     * λ·Σₖ weightₖ·|b|₍ₖ₎ over the penalised columns of each output.
     *
     * @param sequence the weights for so many columns, the first 1
     */
    static PenaltyFormula sorted(Context context, java.util.function.IntFunction<double[]> sequence) {
        int p = context.columns();
        int[] penalised =
                IntStream.range(0, p).filter(j -> context.factors()[j] > 0).toArray();
        double[] weights = sequence.apply(penalised.length);
        return (b, slopes) -> {
            double sum = 0;
            for (int k = 0; k < context.outputs(); k++) {
                int block = k * p;
                Integer[] order =
                        Arrays.stream(penalised).map(j -> block + j).boxed().toArray(Integer[]::new);
                Arrays.sort(order, Comparator.comparingDouble(c -> -Math.abs(b[c])));
                for (int place = 0; place < order.length; place++) {
                    int c = order[place];
                    sum += context.lambda() * weights[place] * Math.abs(b[c]);
                    slopes[c] += context.lambda() * weights[place] * Math.signum(b[c]);
                }
            }
            return sum;
        };
    }

    /** share · λ·Σ|b_{j+1} − b_j| over neighbours neither of which is free. */
    static PenaltyFormula differences(Context context, double share) {
        return differences(context, 1, d -> share * Math.abs(d), d -> share * Math.signum(d));
    }

    /** λ·Σ φ(Δᵏb) over k + 1 neighbours none of which is free. */
    static PenaltyFormula differences(
            Context context, int order, DoubleUnaryOperator phi, DoubleUnaryOperator slopeOfPhi) {
        int p = context.columns();
        double[] signs = signs(order);
        return (b, slopes) -> {
            double sum = 0;
            for (int c = 0; c + order < b.length; c++) {
                int from = c;
                boolean neighbours = c % p + order < p
                        && IntStream.rangeClosed(0, order).allMatch(i -> context.factors()[from % p + i] > 0);
                if (neighbours) {
                    double difference = IntStream.rangeClosed(0, order)
                            .mapToDouble(i -> signs[i] * b[from + i])
                            .sum();
                    sum += context.lambda() * phi.applyAsDouble(difference);
                    for (int i = 0; i <= order; i++) {
                        slopes[c + i] += context.lambda() * signs[i] * slopeOfPhi.applyAsDouble(difference);
                    }
                }
            }
            return sum;
        };
    }

    /** Binomial coefficients with alternating signs. */
    private static double[] signs(int order) {
        double[] signs = {1};
        for (int k = 1; k <= order; k++) {
            double[] longer = new double[k + 1];
            for (int i = 0; i < k; i++) {
                longer[i] -= signs[i];
                longer[i + 1] += signs[i];
            }
            signs = longer;
        }
        return signs;
    }

    /** Σ λ·factor over the columns with a coefficient that is not zero; no slopes are added. */
    static PenaltyFormula count(Context context) {
        int p = context.columns();
        return (b, slopes) -> IntStream.range(0, p)
                .filter(j -> IntStream.iterate(j, c -> c < b.length, c -> c + p).anyMatch(c -> b[c] != 0))
                .mapToDouble(context::strength)
                .sum();
    }
}

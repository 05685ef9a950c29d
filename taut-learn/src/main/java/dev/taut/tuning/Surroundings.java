package dev.taut.tuning;

import dev.taut.Linear;
import dev.taut.data.Dataset;
import dev.taut.design.Features;
import dev.taut.loss.Target;
import dev.taut.penalty.ElasticNet;
import dev.taut.penalty.Penalty;
import dev.taut.penalty.SeparableProx;
import dev.taut.recipe.Offsets;
import dev.taut.recipe.Targets;
import dev.taut.scale.Circumstances;
import dev.taut.scale.Circumstances.Penalised;
import dev.taut.scale.Circumstances.Sample;
import java.util.stream.IntStream;

/** What the rows of a fit are like as a whole, as far as translating its λ depends on it. */
public final class Surroundings {
    private Surroundings() {}

    /** Whether λ of this specification can be translated at all: ridge, lasso, elastic net or none. */
    public static boolean translatable(Linear spec) {
        Penalty penalty = spec.settings().penalty();
        Penalty shape = penalty.shape();
        return (shape instanceof ElasticNet || shape.equals(Penalty.none()))
                && penalty.constraints().isEmpty();
    }

    /**
     * The circumstances of a fit.
     *
     * @param features of its design
     */
    public static Circumstances of(Linear spec, Dataset train, Targets targets, Features features) {
        return new Circumstances(
                spec.loss(train).name(),
                sample(train, targets.encode(train)),
                penalised(spec, features),
                Offsets.exist(train),
                spec.settings().standardize(),
                spec.hasIntercept(train));
    }

    /** What is left of a numeric target once the offset is taken off; classes have no size. */
    private static Sample sample(Dataset train, Target target) {
        double[] weights = Targets.weights(train);
        if (!(target instanceof Target.Numeric numeric)) {
            return Sample.of(new double[weights.length], weights);
        }
        double[] values = numeric.values();
        double[] offsets = Offsets.of(train);
        for (int i = 0; i < values.length; i++) {
            values[i] -= offsets[i];
        }
        return Sample.of(values, weights);
    }

    private static Penalised penalised(Linear spec, Features features) {
        int columns = features.size();
        Penalty penalty = spec.settings().penalty().among(features);
        if (!(penalty.shape() instanceof ElasticNet) || !penalty.constraints().isEmpty() || columns == 0) {
            return Penalised.alike(columns);
        }
        SeparableProx unit = (SeparableProx) penalty.at(1, features);
        // The slope of l1Ratio·|b| + (1 − l1Ratio)/2·b² at b = 1 is 1.
        double[] factors = IntStream.range(0, columns)
                .mapToDouble(j -> unit.slope(j, 1, 1))
                .toArray();
        return new Penalised(
                columns,
                IntStream.range(0, columns)
                        .mapToDouble(j -> factors[j])
                        .average()
                        .orElse(1),
                IntStream.range(0, columns).anyMatch(j -> Math.abs(factors[j] - 1) > 1e-12),
                IntStream.range(0, columns)
                        .anyMatch(j -> Double.isFinite(unit.lower(j)) || Double.isFinite(unit.upper(j))));
    }
}

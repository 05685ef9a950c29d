package dev.taut.compare;

import dev.taut.Linear;
import dev.taut.penalty.Penalty;
import dev.taut.penalty.RelaxedPenalty;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * One way to fit: a specification, or several of which cross-validation takes one together with λ.
 *
 * @param label    what it is called in tables, different for each entry of a comparison
 * @param variants at least one; they differ in the penalty alone
 */
public record Entry(String label, List<Linear> variants) {
    private static final double[] RATIOS = {0.1, 0.5, 0.9};
    private static final double[] BLENDS = {0, 0.5};

    public Entry {
        variants = List.copyOf(variants);
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("`" + label + "` has nothing to fit");
        }
    }

    /** A single specification, called as its penalty. */
    public static Entry of(Linear spec) {
        return of(spec.settings().penalty().name(), spec);
    }

    public static Entry of(String label, Linear spec) {
        return new Entry(label, List.of(spec));
    }

    /** The elastic net with l1Ratio 0.1, 0.5 or 0.9, chosen together with λ. */
    public static Entry elasticNet(Linear spec) {
        return elasticNet(spec, RATIOS);
    }

    /** The same among other shares of L1. */
    public static Entry elasticNet(Linear spec, double... ratios) {
        return new Entry("enet", like(spec, DoubleStream.of(ratios).mapToObj(Penalty::elasticNet)));
    }

    /** The relaxed lasso with blend 0, 0.5 or 1, which is the lasso itself, chosen together with λ. */
    public static Entry relaxed(Linear spec) {
        return new Entry(
                "relaxed",
                like(
                        spec,
                        Stream.concat(
                                DoubleStream.of(BLENDS).mapToObj(RelaxedPenalty::new), Stream.of(Penalty.lasso()))));
    }

    /** The specification with these shapes, free columns, bounds and constraints kept. */
    private static List<Linear> like(Linear spec, Stream<Penalty> shapes) {
        Penalty given = spec.settings().penalty();
        return shapes.map(shape -> spec.penalty(given.reshaped(shape))).toList();
    }

    /** Whether cross-validation has more to choose than λ. */
    public boolean isJoint() {
        return variants.size() > 1;
    }
}

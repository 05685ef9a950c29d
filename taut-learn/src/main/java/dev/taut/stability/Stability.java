package dev.taut.stability;

import dev.taut.stability.ErrorControl.Settled;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** The outcome of a {@link StabilitySelection}: how often each feature is selected, which are stable, and what that promises. */
public final class Stability {
    private final Settled control;
    private final List<FeatureStability> features;
    private final List<Swap> swaps;
    private final List<Entered> halves;
    private final String how;

    Stability(Settled control, List<FeatureStability> features, List<Swap> swaps, List<Entered> halves, String how) {
        this.control = control;
        this.features = List.copyOf(features);
        this.swaps = List.copyOf(swaps);
        this.halves = List.copyOf(halves);
        this.how = how;
    }

    /** Threshold, budget, and the bound of the expected number of false selections. */
    public Settled control() {
        return control;
    }

    /** Every feature that could be selected, the most frequent first. */
    public List<FeatureStability> features() {
        return features;
    }

    /** The names of the stable features, the most frequent first. */
    public List<String> selected() {
        return features.stream()
                .filter(FeatureStability::selected)
                .map(FeatureStability::feature)
                .toList();
    }

    /** Correlated features that take each other's place, the most frequent replacement first. */
    public List<Swap> swaps() {
        return swaps;
    }

    /** How many pairs of halves there were. */
    public int pairs() {
        return halves.size() / 2;
    }

    /** Halves that could not be fitted, as when one lacks a class; they select nothing. */
    public int unfitted() {
        return (int) halves.stream().filter(half -> !half.fitted()).count();
    }

    /** Mean number of features that a half selects, at most the budget. */
    public double meanSelected() {
        return halves.stream().mapToInt(Entered::size).average().orElse(0);
    }

    /**
     * The share of halves that select a feature by what happens on their paths down to λ: it grows as λ falls, to
     * {@link FeatureStability#frequency()}.
     */
    public double frequency(String feature, double lambda) {
        return (double) halves.stream()
                        .filter(half -> half.containsBy(feature, lambda))
                        .count()
                / halves.size();
    }

    /** The λ between the first and the last entry of any feature in any half, evenly by ratio, strongest first. */
    public double[] lambdas(int count) {
        DoubleSummaryStatistics entries = halves.stream()
                .flatMap(half -> half.lambdas().values().stream())
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        if (entries.getCount() == 0) {
            return new double[0];
        }
        double[] lambdas = new double[count];
        for (int k = 0; k < count; k++) {
            double share = count == 1 ? 1 : (double) k / (count - 1);
            lambdas[k] = entries.getMax() * Math.pow(entries.getMin() / entries.getMax(), share);
        }
        lambdas[count - 1] = entries.getMin();
        return lambdas;
    }

    /** How the halves were computed, in one sentence without a full stop. */
    public String how() {
        return how;
    }
}

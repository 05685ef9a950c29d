package dev.taut.loss;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Proportional odds for ordered classes: min over θ₁ &lt; θ₂ &lt; … of −Σ wᵢ log[σ(θ_{y+1} − η) − σ(θ_y − η)], σ(t) = 1/(1 + e^−t), so that
 * P(y ≤ k) = σ(θₖ₊₁ − η) (McCullagh 1980). The thresholds are eliminated: no intercept is left to fit, and F is convex in η, since the
 * likelihood is log-concave in θ and η together.
 */
record OrdinalLoss() implements SmoothLoss {
    @Override
    public String name() {
        return "ordinal";
    }

    @Override
    public String formula() {
        return "−log[σ(θ_{y+1} − η) − σ(θ_y − η)] at the best thresholds θ";
    }

    @Override
    public boolean hasIntercept() {
        return false;
    }

    /** η itself: the higher, the higher the class. {@link ProportionalOdds} has the probabilities. */
    @Override
    public void mean(double[] eta, int outputs) {
        // the identity
    }

    @Override
    public OrdinalDatafit on(Target target, double[] weights) {
        if (!(target instanceof Target.Classes classes)) {
            throw new IllegalArgumentException("the ordinal loss needs classes, in their order");
        }
        double[] normalized = Weights.normalized(weights, classes.rows());
        double[] mass = new double[classes.count()];
        int[] codes = classes.codes();
        for (int i = 0; i < codes.length; i++) {
            mass[codes[i]] += normalized[i];
        }
        int[] present = IntStream.range(0, mass.length).filter(k -> mass[k] > 0).toArray();
        if (present.length < 2) {
            throw new IllegalArgumentException("the ordinal loss needs rows of two classes or more");
        }
        // A class without a row has no share of the line: its thresholds coincide.
        int[] places = Arrays.stream(codes)
                .map(code -> Math.max(0, Arrays.binarySearch(present, code)))
                .toArray();
        return new OrdinalDatafit(places, normalized, present, classes.count());
    }
}

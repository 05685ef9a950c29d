package dev.taut.stability;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How many false selections are accepted, and what decides it: of threshold τ, budget q and the bound of their expected
 * number, any two give the third.
 *
 * <p>Immutable. If nothing is set the bound is 1 and the threshold 0.75; a threshold alone or a budget alone keeps the
 * bound of 1.
 *
 * @param assumption under which the bound holds
 * @param threshold  τ, the share of halves that must select a feature
 * @param budget     q, the most features that one half may select
 * @param bound      of the expected number of false selections
 */
public record ErrorControl(Assumption assumption, OptionalDouble threshold, OptionalInt budget, OptionalDouble bound) {
    private static final double THRESHOLD = 0.75;
    private static final double BOUND = 1;

    public ErrorControl {
        if (threshold.isPresent() && !(threshold.getAsDouble() > 0.5 && threshold.getAsDouble() <= 1)) {
            throw new IllegalArgumentException(
                    "the threshold must be above 0.5 and at most 1, not " + threshold.getAsDouble());
        }
        if (budget.isPresent() && budget.getAsInt() < 1) {
            throw new IllegalArgumentException("the budget must be at least 1, not " + budget.getAsInt());
        }
        if (bound.isPresent() && !(bound.getAsDouble() > 0)) {
            throw new IllegalArgumentException("the bound must be above 0, not " + bound.getAsDouble());
        }
        if (threshold.isPresent() && budget.isPresent() && bound.isPresent()) {
            throw new IllegalArgumentException("of threshold, budget and bound any two decide the third");
        }
    }

    /** At most one false selection expected, assuming unimodality; features selected by three quarters of the halves. */
    public static ErrorControl standard() {
        return new ErrorControl(
                Assumption.UNIMODAL, OptionalDouble.empty(), OptionalInt.empty(), OptionalDouble.empty());
    }

    public ErrorControl assuming(Assumption other) {
        return new ErrorControl(other, threshold, budget, bound);
    }

    public ErrorControl threshold(double share) {
        return new ErrorControl(assumption, OptionalDouble.of(share), budget, bound);
    }

    public ErrorControl budget(int features) {
        return new ErrorControl(assumption, threshold, OptionalInt.of(features), bound);
    }

    public ErrorControl bound(double expected) {
        return new ErrorControl(assumption, threshold, budget, OptionalDouble.of(expected));
    }

    /**
     * All three, for so many features and pairs; empty if no budget of at least 1, or no threshold up to 1, keeps the
     * bound.
     */
    public Optional<Settled> settle(int features, int pairs) {
        if (budget.isPresent() && threshold.isPresent()) {
            return Optional.of(
                    settled(features, pairs, Math.min(budget.getAsInt(), features), threshold.getAsDouble()));
        }
        return budget.isPresent()
                ? leastThreshold(features, pairs, Math.min(budget.getAsInt(), features))
                : largestBudget(features, pairs, threshold.orElse(THRESHOLD));
    }

    private Settled settled(int features, int pairs, int q, double tau) {
        return new Settled(assumption, tau, q, new ErrorBound(features, q, pairs).at(tau, assumption));
    }

    private Optional<Settled> largestBudget(int features, int pairs, double tau) {
        double wanted = bound.orElse(BOUND);
        int low = 0;
        int high = features;
        while (low < high) {
            int q = (low + high + 1) / 2;
            if (new ErrorBound(features, q, pairs).at(tau, assumption) <= wanted) {
                low = q;
            } else {
                high = q - 1;
            }
        }
        return low == 0 ? Optional.empty() : Optional.of(settled(features, pairs, low, tau));
    }

    /** Frequencies are multiples of 1/(2B), and so is the threshold. */
    private Optional<Settled> leastThreshold(int features, int pairs, int q) {
        double wanted = bound.orElse(BOUND);
        for (int steps = pairs + 1; steps <= 2 * pairs; steps++) {
            Settled candidate = settled(features, pairs, q, steps / (2.0 * pairs));
            if (candidate.expected() <= wanted) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /**
     * Threshold, budget and what they promise.
     *
     * @param expected the bound of the expected number of false selections
     */
    public record Settled(Assumption assumption, double threshold, int budget, double expected) {}
}

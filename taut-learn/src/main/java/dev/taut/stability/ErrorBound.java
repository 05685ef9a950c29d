package dev.taut.stability;

/**
 * Upper bounds of E|Ŝ ∩ L|, the expected number of selected features among L, those that a half of the rows selects with
 * probability at most q/p: no more often than by picking q of p features blindly. They hold for any way of selecting
 * that picks at most q features of p from a half of the rows (Shah and Samworth 2013).
 *
 * @param features p ≥ 1, how many there are to choose from
 * @param budget   q in 1 … p, how many a half may pick
 * @param pairs    B ≥ 1, pairs of complementary halves
 */
public record ErrorBound(int features, int budget, int pairs) {
    public ErrorBound {
        if (features < 1 || budget < 1 || budget > features || pairs < 1) {
            throw new IllegalArgumentException(
                    "no bound for " + budget + " of " + features + " features and " + pairs + " pairs");
        }
    }

    /**
     * The bound for features selected by at least this share of the 2B halves.
     *
     * @param threshold in (1/2, 1]; the bound is that of τ, the next multiple of 1/(2B), since all shares are multiples
     */
    public double at(double threshold, Assumption assumption) {
        if (!(threshold > 0.5 && threshold <= 1)) {
            throw new IllegalArgumentException("the threshold must be above 0.5 and at most 1, not " + threshold);
        }
        int steps = (int) Math.ceil(2 * pairs * threshold - 1e-9);
        double tau = steps / (2.0 * pairs);
        double least = none(tau);
        if (assumption != Assumption.NONE) {
            least = Math.min(least, unimodal(tau));
        }
        return assumption == Assumption.R_CONCAVE ? Math.min(least, concave(steps)) : least;
    }

    private double share() {
        return (double) budget / features;
    }

    /** q²/((2τ − 1)p). */
    private double none(double threshold) {
        return share() * budget / (2 * threshold - 1);
    }

    /** C(τ, B)·q²/p, where theorem 2 has such a C. */
    private double unimodal(double threshold) {
        double theta = share();
        double half = 0.5 / pairs;
        double least = 0.5 + Math.min(theta * theta, half + 0.75 * theta * theta);
        if (theta > 1 / Math.sqrt(3) || threshold <= least) {
            return Double.POSITIVE_INFINITY;
        }
        double c = threshold <= 0.75
                ? 1 / (2 * (2 * threshold - 1 - half))
                : 4 * (1 - threshold + half) / (1 + 1.0 / pairs);
        return c > 0 ? c * theta * budget : Double.POSITIVE_INFINITY;
    }

    /** p · min{D(θ², 2τ − 1, B, −1/2), D(θ, τ, 2B, −1/4)}. */
    private double concave(int steps) {
        double theta = share();
        double both = ConcaveTail.largest(theta * theta, steps - pairs, pairs, -0.5);
        double each = ConcaveTail.largest(theta, steps, 2 * pairs, -0.25);
        return features * Math.min(both, each);
    }
}

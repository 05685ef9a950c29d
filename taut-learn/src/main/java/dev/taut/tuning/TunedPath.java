package dev.taut.tuning;

import dev.taut.LinearModel;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;

/** A path with its cross-validation curve, from which a rule selects a model. */
public final class TunedPath {
    private final Tuned tuned;

    public TunedPath(Tuned tuned) {
        this.tuned = tuned;
    }

    /** A knot that a rule chose, and its model. */
    public record Selection(Knot knot, LinearModel model) {}

    /** The path on all rows of the dataset; the curve has a point for each of its knots. */
    public LambdaPath path() {
        return tuned.path().path();
    }

    /** What was measured on held-out rows, for example {@code rmse}; smaller is better. */
    public String metric() {
        return tuned.validation().metric().name();
    }

    /** The mean over held-out folds at knot number {@code knot}. */
    public double mean(int knot) {
        return tuned.validation().mean(knot);
    }

    /** The standard error of that mean. */
    public double standardError(int knot) {
        return tuned.validation().error(knot);
    }

    /** @throws dev.taut.finding.Refused if the rule is a criterion that this fit has none of */
    public Selection select(Rule rule) {
        Knot knot = tuned.knot(tuned.choose(rule));
        return new Selection(knot, tuned.path().model(knot));
    }
}

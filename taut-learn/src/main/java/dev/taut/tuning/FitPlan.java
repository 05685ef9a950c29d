package dev.taut.tuning;

import dev.taut.Linear;
import dev.taut.fold.Folds;
import dev.taut.run.Provenance.Setting;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Everything that decides a fit, resolved.
 *
 * @param linear   loss, penalty, λ grid, recipe, standardization
 * @param folds    how to cross-validate
 * @param rule     how λ is chosen, unless {@code lambda} is given
 * @param lambda   λ given by hand; tuning still shows where it falls on the curve
 * @param holdout  share of rows kept aside, 0 for none; a {@link dev.taut.data.Role#SPLIT} column overrides it
 * @param seed     the one source of randomness
 * @param threads  how many fits run at a time; never changes a result
 * @param command  a command line that reproduces the fit, for the record
 * @param settings resolved settings with their origin, for the record
 * @param nested   whether the whole tuning is repeated inside every fold, for an honest estimate of the tuned procedure
 */
public record FitPlan(
        Linear linear,
        Folds folds,
        Rule rule,
        OptionalDouble lambda,
        double holdout,
        long seed,
        int threads,
        String command,
        List<Setting> settings,
        boolean nested) {
    public FitPlan {
        settings = List.copyOf(settings);
    }

    /** Lasso, 10 folds, the one-standard-error rule, a fifth of the rows held out, seed 42, one thread. */
    public static FitPlan standard() {
        return new FitPlan(
                Linear.model(),
                Folds.of(10),
                Rule.ONE_STANDARD_ERROR,
                OptionalDouble.empty(),
                0.2,
                42,
                1,
                "",
                List.of(),
                false);
    }

    public FitPlan linear(Linear other) {
        return new FitPlan(other, folds, rule, lambda, holdout, seed, threads, command, settings, nested);
    }

    public FitPlan folds(Folds other) {
        return new FitPlan(linear, other, rule, lambda, holdout, seed, threads, command, settings, nested);
    }

    public FitPlan rule(Rule other) {
        return new FitPlan(linear, folds, other, lambda, holdout, seed, threads, command, settings, nested);
    }

    public FitPlan lambda(double value) {
        return new FitPlan(
                linear, folds, rule, OptionalDouble.of(value), holdout, seed, threads, command, settings, nested);
    }

    public FitPlan holdout(double share) {
        return new FitPlan(linear, folds, rule, lambda, share, seed, threads, command, settings, nested);
    }

    public FitPlan seed(long other) {
        return new FitPlan(linear, folds, rule, lambda, holdout, other, threads, command, settings, nested);
    }

    public FitPlan threads(int other) {
        return new FitPlan(linear, folds, rule, lambda, holdout, seed, other, command, settings, nested);
    }

    public FitPlan recorded(String commandLine, List<Setting> resolved) {
        return new FitPlan(linear, folds, rule, lambda, holdout, seed, threads, commandLine, resolved, nested);
    }

    public FitPlan nested(boolean whether) {
        return new FitPlan(linear, folds, rule, lambda, holdout, seed, threads, command, settings, whether);
    }
}

package dev.taut.study;

import dev.taut.Linear;
import dev.taut.LinearModel;
import dev.taut.LinearPath;
import dev.taut.check.CheckOptions;
import dev.taut.check.CheckedData;
import dev.taut.check.Checks;
import dev.taut.compare.ComparisonPlan;
import dev.taut.compare.Contest;
import dev.taut.compare.Entry;
import dev.taut.compare.Gain;
import dev.taut.data.Dataset;
import dev.taut.fold.Folds;
import dev.taut.penalty.Penalty;
import dev.taut.recipe.Interactions;
import dev.taut.run.Run;
import dev.taut.solver.Observer;
import dev.taut.stability.ErrorControl;
import dev.taut.stability.Stability;
import dev.taut.stability.StabilitySelection;
import dev.taut.summary.Clock;
import dev.taut.summary.RunAssembler;
import dev.taut.summary.StabilitySummaries;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.FoldedData;
import dev.taut.tuning.Nested;
import dev.taut.tuning.Progress;
import dev.taut.tuning.Setup;
import dev.taut.tuning.Tuned;
import dev.taut.tuning.TunedPath;
import java.util.List;
import java.util.Optional;

/**
 * The main jobs from a dataset to a true picture: fit, path and compare. Each runs the straight line checks → holdout →
 * path → cross-validation → rule → holdout figures, and answers one {@link Run}.
 */
public final class Study {
    private Study() {}

    /** Fits after the standard checks. */
    public static Fit fit(Dataset data, FitPlan plan) {
        return fit(checked(plan.linear(), data), plan, Progress.SILENT);
    }

    /**
     * Tunes λ by cross-validation on the training rows, fits the chosen model there, and tests it on held-out rows.
     *
     * @throws dev.taut.finding.Refused if the data cannot be used
     * @throws Progress.Cancelled if the observer asks to stop
     */
    public static Fit fit(CheckedData checked, FitPlan plan, Progress progress) {
        Clock clock = new Clock(progress);
        Setup setup = Setup.of(checked, plan);
        boolean crossed = plan.linear().settings().recipe().interactions().exist();
        FoldedData data = new FoldedData(plan.linear(), setup.train(), setup.targets(), plan, crossed ? 2 : 1);
        Tuned tuned = Tuned.of(plan.linear(), data, plan, clock);
        Optional<Gain> gain = crossed ? Optional.of(gain(tuned, data, plan, clock)) : Optional.empty();
        RunAssembler assembler = new RunAssembler(setup, plan, clock)
                .picture(TwoColumns.of(tuned, setup.train()))
                .gain(gain);
        if (plan.nested()) {
            Nested nested = Nested.of(List.of(plan.linear()), data, plan, List.of(plan.rule()), clock)
                    .get(0);
            tested(setup, clock);
            return new Fit(assembler.nested(tuned, nested), model(tuned));
        }
        tested(setup, clock);
        Run run = assembler.tuned(tuned, Optional.empty(), List.of());
        return new Fit(run, model(tuned));
    }

    /** Of interactions, over the main effects alone on the same folds. */
    private static Gain gain(Tuned tuned, FoldedData data, FitPlan plan, Progress progress) {
        Linear linear = plan.linear();
        Linear main = linear.recipe(linear.settings().recipe().interactions(Interactions.none()));
        return Gain.of(tuned, Tuned.of(main, data, plan, progress), plan);
    }

    /**
     * The path on all rows of a dataset with its cross-validation curve, after the standard checks and without a
     * holdout.
     */
    public static TunedPath crossValidate(Linear linear, Dataset data, Folds folds) {
        FitPlan plan = FitPlan.standard().linear(linear).folds(folds).holdout(0);
        Setup setup = Setup.of(checked(linear, data), plan);
        return new TunedPath(Tuned.of(linear, setup.train(), setup.targets(), plan, Progress.SILENT));
    }

    /** The path on all rows, without tuning or holdout. */
    public static Run path(CheckedData checked, FitPlan plan, Progress progress) {
        Clock clock = new Clock(progress);
        Setup setup = Setup.of(checked, plan.holdout(0));
        long start = System.nanoTime();
        LinearPath path = plan.linear().path(setup.train(), setup.targets(), Observer.SILENT);
        clock.phase("Walked", path.path().knots().size() + " λ", (System.nanoTime() - start) / 1e9);
        return new RunAssembler(setup, plan, clock).path(path);
    }

    /**
     * Stability selection on all rows: the run shows the path on all rows, up to the knot at which it has the budget of
     * a half, and what the halves select.
     */
    public static Run select(CheckedData checked, FitPlan plan, int pairs, ErrorControl control, Progress progress) {
        Clock clock = new Clock(progress);
        Setup setup = Setup.of(checked, plan.holdout(0));
        long start = System.nanoTime();
        LinearPath path = plan.linear().path(setup.train(), setup.targets(), Observer.SILENT);
        long walked = System.nanoTime();
        clock.phase("Walked", path.path().knots().size() + " λ on all rows", (walked - start) / 1e9);
        Stability stability = new StabilitySelection(plan.linear(), pairs, control, plan.seed(), plan.threads())
                .on(setup.train(), clock);
        clock.phase(
                "Halved",
                "the rows " + pairs + " times; recipe and scaling re-estimated inside each half",
                (System.nanoTime() - walked) / 1e9);
        return new RunAssembler(setup, plan, clock)
                .selected(
                        path,
                        StabilitySummaries.knot(stability, path.path()),
                        StabilitySummaries.of(stability, setup.train()));
    }

    /**
     * Tunes several penalties on the same folds, without a purpose and by the plan's rule; the run and the model are those of the simplest penalty
     * within noise of the best.
     */
    public static Fit compare(CheckedData checked, FitPlan plan, List<Penalty> penalties, Progress progress) {
        List<Entry> entries = penalties.stream()
                .map(penalty -> Entry.of(plan.linear().penalty(penalty)))
                .toList();
        return compare(checked, ComparisonPlan.of(plan, entries).rule(plan.rule()), progress);
    }

    /**
     * Tunes several entries on the same folds and advises by purpose; the run and the model are those of the one that the
     * purpose takes.
     *
     * @throws dev.taut.finding.Refused if the data cannot be used, or no entry can be fitted
     */
    public static Fit compare(CheckedData checked, ComparisonPlan plan, Progress progress) {
        Clock clock = new Clock(progress);
        FitPlan fit = plan.fit().rule(plan.inForce());
        Setup setup = Setup.of(checked, fit);
        Contest contest = Contest.of(plan, setup, clock);
        tested(setup, clock);
        Run run = new RunAssembler(setup, fit, clock)
                .picture(TwoColumns.of(contest.baseline(), setup.train()))
                .tuned(contest.baseline(), Optional.of(contest.comparison()), contest.findings());
        return new Fit(run, model(contest.baseline()));
    }

    private static CheckedData checked(Linear linear, Dataset data) {
        return Checks.of(
                linear.typed(data),
                CheckOptions.standard().loss(linear.namedLoss().orElse("")));
    }

    private static void tested(Setup setup, Clock clock) {
        if (setup.holdout().exists()) {
            clock.phase("Tested", "on " + setup.test().rows() + " held-out rows never used above", 0);
        }
    }

    private static LinearModel model(Tuned tuned) {
        return tuned.path().model(tuned.knot(tuned.chosen()));
    }
}

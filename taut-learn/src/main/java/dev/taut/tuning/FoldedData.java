package dev.taut.tuning;

import dev.taut.Linear;
import dev.taut.LinearProblem;
import dev.taut.data.Dataset;
import dev.taut.fold.FoldPlan;
import dev.taut.fold.Split;
import dev.taut.recipe.Targets;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a study and their folds, for one specification after another: what those have in common, the folds
 * themselves, the encoded columns and Gram matrices of blocks of rows, is computed once.
 *
 * <p>Serves one thread.
 */
public final class FoldedData {
    private final Dataset train;
    private final Targets targets;
    private final FoldPlan folds;
    private final TuningMetric metric;
    private int expected;
    private Optional<LinearProblem> first = Optional.empty();
    private Optional<SharedFolds> shared = Optional.empty();

    /**
     * @param spec           the first specification; the others differ from it in the penalty
     * @param train          rows to learn and tune on
     * @param specifications how many will be asked for
     */
    public FoldedData(Linear spec, Dataset train, Targets targets, FitPlan plan, int specifications) {
        this.train = spec.typed(train);
        this.targets = targets;
        this.folds = plan.folds().plan(this.train);
        this.metric = TuningMetric.of(spec, this.train);
        this.expected = specifications;
    }

    public Dataset train() {
        return train;
    }

    Targets targets() {
        return targets;
    }

    FoldPlan folds() {
        return folds;
    }

    TuningMetric metric() {
        return metric;
    }

    /** All folds, repeat by repeat. */
    List<Split> splits() {
        return folds.splits().stream().flatMap(List::stream).toList();
    }

    /** The specification bound to the rows. */
    public LinearProblem problem(Linear spec) {
        LinearProblem problem = first.flatMap(known -> known.under(spec)).orElseGet(() -> spec.on(train, targets));
        expected--;
        if (first.isEmpty()) {
            first = Optional.of(problem);
        }
        return problem;
    }

    /** What the folds of a problem made here share, if anything. */
    Optional<SharedFolds> shared(LinearProblem problem) {
        boolean alike = first.isPresent()
                && first.get().problem().design() == problem.problem().design();
        if (!alike) {
            return SharedFolds.of(problem, metric, splits());
        }
        Optional<SharedFolds> same = shared.flatMap(known -> known.under(problem));
        if (same.isPresent()) {
            return same;
        }
        Optional<SharedFolds> fresh = SharedFolds.of(problem, metric, splits());
        if (shared.isEmpty() && fresh.isPresent()) {
            fresh.get().expect(Math.max(expected, 0));
            shared = fresh;
        }
        return fresh;
    }
}

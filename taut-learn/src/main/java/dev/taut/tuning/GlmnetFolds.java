package dev.taut.tuning;

import dev.taut.LinearPath;
import dev.taut.LinearProblem;
import dev.taut.fold.FoldPlan;
import dev.taut.fold.Split;
import dev.taut.glmnet.GlmnetPath;
import dev.taut.glmnet.Grid;
import dev.taut.path.Knot;
import dev.taut.recipe.Targets;
import dev.taut.solver.Observer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The cross-validation of {@code cv.glmnet}: every fold walks its own grid, its coefficients are interpolated at the λ of
 * all rows, probabilities are kept from 0 and 1 by 1e-5, and folds of fewer than three rows are judged row by row. For
 * survival a fold's figure is the deviance that its rows add to that of the others.
 */
final class GlmnetFolds {
    private static final int FEWEST_ROWS = 3;
    private static final String HOW =
            "as cv.glmnet: every fold on a grid of its own, interpolated at the λ of all rows";

    private final LinearProblem problem;
    private final Targets targets;
    private final Progress progress;

    private GlmnetFolds(LinearProblem problem, Targets targets, Progress progress) {
        this.problem = problem;
        this.targets = targets;
        this.progress = progress;
    }

    static PathWithFolds of(LinearProblem problem, Targets targets, FitPlan plan, Progress progress) {
        return new GlmnetFolds(problem, targets, progress).run(plan);
    }

    private PathWithFolds run(FitPlan plan) {
        long start = System.nanoTime();
        FoldPlan folds = plan.folds().plan(problem.data());
        Grid grid = problem.spec().glmnet().orElse(Grid.DEFAULT);
        GlmnetPath all = problem.glmnet(
                plan.lambda().isPresent() ? grid.and(plan.lambda().getAsDouble()) : grid, Observer.SILENT);
        LinearPath path = problem.with(all);
        progress.phase("Walked", all.lambdas().length + " λ of glmnet's grid", (System.nanoTime() - start) / 1e9);
        TuningMetric metric = TuningMetric.of(problem.spec(), problem.data());
        boolean byRow = problem.data().rows() < FEWEST_ROWS * folds.folds();
        List<List<FoldFit>> fits = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        for (List<Split> repeat : folds.splits()) {
            List<Callable<List<FoldFit>>> work = new ArrayList<>();
            for (Split split : repeat) {
                work.add(() -> {
                    if (progress.cancelled()) {
                        throw new Progress.Cancelled();
                    }
                    List<FoldFit> fold = new GlmnetFold(problem, targets, split, all.lambdas()).judged(metric, byRow);
                    progress.fits(done.incrementAndGet(), folds.folds() * folds.repeats());
                    return fold;
                });
            }
            fits.add(Parallel.run(plan.threads(), work).stream()
                    .flatMap(List::stream)
                    .toList());
        }
        progress.phase("Tuned", folds.folds() + " folds, each on a grid of its own", (System.nanoTime() - start) / 1e9);
        double[] lambdas =
                path.path().knots().stream().mapToDouble(Knot::lambda).toArray();
        return new PathWithFolds(path, new CrossValidation(lambdas, folds, metric, fits, HOW), all.lambdas());
    }
}

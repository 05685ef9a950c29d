package dev.taut.tuning;

import dev.taut.LinearPath;
import dev.taut.LinearProblem;
import dev.taut.fold.FoldPlan;
import dev.taut.fold.Split;
import dev.taut.path.Knot;
import dev.taut.path.Lambdas;
import dev.taut.solver.Observer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The path on all rows and the fits of the folds along it: at once where folds share its computation, else in turn.
 *
 * @param labels its λ in the terms in which a λ is asked for
 */
record PathWithFolds(LinearPath path, CrossValidation validation, double[] labels) {

    private static final String APART = "each fold encoded and fitted by itself, on rows of its own";

    /**
     * @param usable refuses a path before folds are fitted along it
     */
    static PathWithFolds of(
            LinearProblem problem,
            FoldedData data,
            Lambdas lambdas,
            FitPlan plan,
            Progress progress,
            Consumer<LinearPath> usable) {
        return new Work(problem, data, plan, progress).run(lambdas, usable);
    }

    private static final class Work {
        private final LinearProblem problem;
        private final FoldedData data;
        private final int threads;
        private final Progress progress;
        private final FoldPlan folds;
        private final List<Split> splits;
        private final TuningMetric metric;
        private final AtomicInteger done = new AtomicInteger();
        private final long start = System.nanoTime();

        Work(LinearProblem problem, FoldedData data, FitPlan plan, Progress progress) {
            this.problem = problem;
            this.data = data;
            this.threads = plan.threads();
            this.progress = progress;
            this.folds = data.folds();
            this.splits = data.splits();
            this.metric = data.metric();
        }

        PathWithFolds run(Lambdas lambdas, Consumer<LinearPath> usable) {
            Optional<SharedFolds> shared = data.shared(problem);
            return shared.isPresent() && shared.get().areAtOnce()
                    ? atOnce(shared.get(), lambdas)
                    : inTurn(shared, lambdas, usable);
        }

        private PathWithFolds inTurn(Optional<SharedFolds> shared, Lambdas lambdas, Consumer<LinearPath> usable) {
            LinearPath path = problem.path(lambdas, watch());
            stopIfCancelled();
            usable.accept(path);
            double walked = seconds();
            progress.phase("Walked", walked(path), walked);
            double[] values =
                    path.path().knots().stream().mapToDouble(Knot::lambda).toArray();
            List<Callable<FoldFit>> work = new ArrayList<>();
            for (int f = 0; f < splits.size(); f++) {
                int fold = f;
                work.add(() -> fold(() -> fit(shared, fold, values)));
            }
            List<FoldFit> fits = Parallel.run(threads, work);
            stopIfCancelled();
            progress.phase("Tuned", tuned(), seconds() - walked);
            String how = shared.map(SharedFolds::how).orElse(APART);
            return new PathWithFolds(path, CrossValidation.of(values, folds, metric, fits, how), values);
        }

        private FoldFit fit(Optional<SharedFolds> shared, int fold, double[] lambdas) {
            return shared.filter(s -> s.contains(fold))
                    .flatMap(s -> s.fold(fold, lambdas))
                    .orElseGet(() -> apart(splits.get(fold), lambdas));
        }

        private PathWithFolds atOnce(SharedFolds shared, Lambdas lambdas) {
            double[] values = shared.lambdas(lambdas);
            CompletableFuture<LinearPath> path = new CompletableFuture<>();
            CompletableFuture<Double> walked = new CompletableFuture<>();
            List<Callable<Optional<FoldFit>>> work = new ArrayList<>();
            work.add(() -> {
                LinearPath whole = problem.with(shared.path(values, watch()));
                stopIfCancelled();
                path.complete(whole);
                walked.complete(seconds());
                progress.phase("Walked", walked(whole), walked.join());
                return Optional.empty();
            });
            for (int f = 0; f < splits.size(); f++) {
                int fold = f;
                work.add(() -> Optional.of(fold(() -> fit(Optional.of(shared), fold, values))));
            }
            List<FoldFit> fits = Parallel.run(threads, work).stream()
                    .flatMap(Optional::stream)
                    .toList();
            stopIfCancelled();
            progress.phase("Tuned", tuned(), seconds() - walked.join());
            return new PathWithFolds(
                    path.join(), CrossValidation.of(values, folds, metric, fits, shared.how()), values);
        }

        private FoldFit apart(Split split, double[] lambdas) {
            return FoldFit.of(problem.spec(), problem.data(), data.targets(), split, lambdas, metric);
        }

        private FoldFit fold(Callable<FoldFit> fit) throws Exception {
            stopIfCancelled();
            FoldFit fitted = fit.call();
            progress.fits(done.incrementAndGet(), splits.size());
            return fitted;
        }

        private void stopIfCancelled() {
            if (progress.cancelled()) {
                throw new Progress.Cancelled();
            }
        }

        private Observer watch() {
            return new Observer() {
                @Override
                public boolean cancelled() {
                    return progress.cancelled();
                }
            };
        }

        private double seconds() {
            return (System.nanoTime() - start) / 1e9;
        }

        private static String walked(LinearPath path) {
            List<Knot> knots = path.path().knots();
            return knots.size() == 1
                    ? "1 λ = " + Figures.of(knots.get(0).lambda())
                    : knots.size() + " λ from " + Figures.of(knots.get(0).lambda()) + " to "
                            + Figures.of(knots.get(knots.size() - 1).lambda()) + " (strong → weak)";
        }

        private String tuned() {
            return folds.folds() + " " + folds.scheme() + " folds"
                    + (folds.repeats() > 1 ? " × " + folds.repeats() + " repeats" : "")
                    + ", recipe and scaling re-estimated inside each fold";
        }
    }
}

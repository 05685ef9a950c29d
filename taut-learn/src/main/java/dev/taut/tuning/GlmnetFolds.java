package dev.taut.tuning;

import dev.taut.Linear;
import dev.taut.LinearPath;
import dev.taut.LinearProblem;
import dev.taut.data.Dataset;
import dev.taut.fold.FoldPlan;
import dev.taut.fold.Split;
import dev.taut.glmnet.GlmnetPath;
import dev.taut.loss.Target;
import dev.taut.metric.Scored;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.recipe.Encoded;
import dev.taut.recipe.Targets;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The cross-validation of {@code cv.glmnet}: every fold walks its own grid, its coefficients are interpolated at the λ of
 * all rows, probabilities are kept from 0 and 1 by 1e-5, and folds of fewer than three rows are judged row by row.
 */
final class GlmnetFolds {
    private static final double SURE = 1e-5;
    private static final int FEWEST_ROWS = 3;

    private final LinearProblem problem;
    private final Targets targets;
    private final TuningMetric metric;
    private final Progress progress;

    private GlmnetFolds(LinearProblem problem, Targets targets, Progress progress) {
        this.problem = problem;
        this.targets = targets;
        this.metric = TuningMetric.of(targets.task());
        this.progress = progress;
    }

    static PathWithFolds of(LinearProblem problem, Targets targets, FitPlan plan, Progress progress) {
        return new GlmnetFolds(problem, targets, progress).run(plan);
    }

    private PathWithFolds run(FitPlan plan) {
        long start = System.nanoTime();
        FoldPlan folds = plan.folds().plan(problem.data());
        GlmnetPath all = problem.glmnet(Observer.SILENT);
        LinearPath path = problem.with(all);
        progress.phase("Walked", all.lambdas().length + " λ of glmnet's grid", (System.nanoTime() - start) / 1e9);
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
                    List<FoldFit> fold = fit(split, all.lambdas(), byRow);
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
        return new PathWithFolds(
                path,
                new CrossValidation(
                        lambdas,
                        folds,
                        metric,
                        fits,
                        "as cv.glmnet: every fold on a grid of its own, interpolated at the λ of all rows"));
    }

    private List<FoldFit> fit(Split split, double[] lambdas, boolean byRow) {
        Linear spec = problem.spec();
        Dataset train = problem.data().rows(split.train());
        LinearProblem own = spec.on(train, targets);
        GlmnetPath walked = own.glmnet(Observer.SILENT);
        LinearPath fitted = own.with(walked);
        Judge learned = new Judge(fitted, train);
        Judge held = new Judge(fitted, problem.data().rows(split.test()));
        double[][] losses = new double[lambdas.length][];
        double[] training = new double[lambdas.length];
        int[] active = new int[lambdas.length];
        List<Knot> knots = new ArrayList<>();
        for (int k = 0; k < lambdas.length; k++) {
            Coefficients raw = walked.at(lambdas[k]);
            losses[k] = held.losses(raw);
            training[k] = learned.average(learned.losses(raw));
            active[k] = raw.active();
            Knot nearest = walked.path().knots().get(0);
            knots.add(new Knot(
                    lambdas[k],
                    raw.standardized(walked.path().standardization()),
                    nearest.certificate(),
                    nearest.devianceExplained()));
        }
        Kept kept = Kept.of(between(walked.path(), knots));
        double[] none = held.losses(walked.path().raw(walked.path().nullModel()));
        if (!byRow) {
            double[] test = new double[lambdas.length];
            for (int k = 0; k < test.length; k++) {
                test[k] = held.average(losses[k]);
            }
            return List.of(new FoldFit(held.weight(), test, training, active, kept, held.average(none)));
        }
        List<FoldFit> rows = new ArrayList<>();
        for (int i = 0; i < none.length; i++) {
            double[] test = new double[lambdas.length];
            for (int k = 0; k < test.length; k++) {
                test[k] = losses[k][i];
            }
            rows.add(new FoldFit(held.weights[i], test, training, active, kept, none[i]));
        }
        return rows;
    }

    private static LambdaPath between(LambdaPath path, List<Knot> knots) {
        return new LambdaPath(
                path.features(),
                path.standardization(),
                path.nullModel(),
                path.symmetric(),
                path.lambdaMax(),
                knots,
                path.ended(),
                path.plan());
    }

    /** The losses of some rows under the coefficients of one fit. */
    private final class Judge {
        private final LinearPath fitted;
        private final Dataset rows;
        private final Encoded encoded;
        private final Target target;
        private final double[] weights;

        Judge(LinearPath fitted, Dataset rows) {
            this.fitted = fitted;
            this.rows = rows;
            this.encoded = fitted.recipe().encode(rows.table());
            this.target = targets.encode(rows);
            this.weights = Targets.weights(rows);
        }

        double[] losses(Coefficients raw) {
            double[] means = fitted.means(raw, encoded, rows);
            if (targets.task().isClassification()) {
                for (int i = 0; i < means.length; i++) {
                    means[i] = Math.max(SURE, Math.min(1 - SURE, means[i]));
                }
            }
            return metric.metric().losses(new Scored(target, means, weights));
        }

        double average(double[] losses) {
            double sum = 0;
            for (int i = 0; i < losses.length; i++) {
                sum += weights[i] * losses[i];
            }
            return sum / weight();
        }

        double weight() {
            double sum = 0;
            for (double weight : weights) {
                sum += weight;
            }
            return sum;
        }
    }
}

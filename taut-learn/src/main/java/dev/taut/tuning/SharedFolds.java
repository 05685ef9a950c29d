package dev.taut.tuning;

import dev.taut.LinearProblem;
import dev.taut.data.Dataset;
import dev.taut.fold.Split;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.Resamples;
import dev.taut.path.Resamples.Sample;
import dev.taut.path.RowLoss;
import dev.taut.recipe.Refits;
import dev.taut.recipe.Targets;
import dev.taut.solver.Observer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The path on all rows and the folds as samples of one problem: those folds on whose training rows the recipe encodes the
 * table as it does on all rows.
 */
final class SharedFolds {
    private final LinearProblem problem;
    private final TuningMetric metric;
    private final Resamples resamples;
    /** The sample of each fold; 0, that of all rows, for a fold that must be fitted apart. */
    private final int[] sampleOf;

    private final double[] weights;
    private final List<Split> splits;

    private SharedFolds(
            LinearProblem problem, TuningMetric metric, Resamples resamples, int[] sampleOf, List<Split> splits) {
        this.problem = problem;
        this.metric = metric;
        this.resamples = resamples;
        this.sampleOf = sampleOf;
        this.weights = Targets.weights(problem.data());
        this.splits = splits;
    }

    /** Empty if no fold can be shared, the metric is not the loss, or copies of the rows are worth their memory. */
    static Optional<SharedFolds> of(LinearProblem problem, TuningMetric metric, List<Split> splits) {
        Dataset data = problem.data();
        Optional<RowLoss> loss = problem.rowLoss();
        if (loss.isEmpty() || !metric.measures(problem.spec().loss(data))) {
            return Optional.empty();
        }
        Refits refits = problem.refits();
        double[] weights = Targets.weights(data);
        int[] alike = IntStream.range(0, splits.size())
                .filter(f -> weight(splits.get(f), weights) > 0
                        && refits.encodeAlike(splits.get(f).train()))
                .toArray();
        if (alike.length == 0) {
            return Optional.empty();
        }
        int[] sampleOf = new int[splits.size()];
        for (int s = 0; s < alike.length; s++) {
            sampleOf[alike[s]] = s + 1;
        }
        int rows = data.rows();
        return Resamples.of(
                        problem.problem(),
                        loss.get(),
                        alike.length + 1,
                        s -> s == 0 ? all(rows) : sample(splits.get(alike[s - 1]), rows))
                .map(resamples -> new SharedFolds(problem, metric, resamples, sampleOf, splits));
    }

    /** The same folds for a problem that differs in the penalty alone; empty if it asks for another method. */
    Optional<SharedFolds> under(LinearProblem other) {
        return resamples.under(other.problem()).map(same -> new SharedFolds(other, metric, same, sampleOf, splits));
    }

    /** So many other penalties will follow. */
    void expect(int penalties) {
        resamples.expect(penalties);
    }

    private static Sample all(int rows) {
        return new Sample(counts(IntStream.range(0, rows).toArray(), rows), new double[0]);
    }

    private static Sample sample(Split split, int rows) {
        return new Sample(counts(split.train(), rows), counts(split.test(), rows));
    }

    private static double[] counts(int[] picked, int rows) {
        double[] counts = new double[rows];
        for (int row : picked) {
            counts[row] = 1;
        }
        return counts;
    }

    /** Sum of the case weights of the test rows. */
    private static double weight(Split split, double[] weights) {
        return Arrays.stream(split.test()).mapToDouble(row -> weights[row]).sum();
    }

    /** The λ of the path on all rows. */
    double[] lambdas(Lambdas lambdas) {
        return resamples.lambdas(0, lambdas);
    }

    /** How the folds are computed. */
    String how() {
        long shared = Arrays.stream(sampleOf).filter(s -> s > 0).count();
        String rest = shared == sampleOf.length ? "" : "; the others, encoded otherwise, on rows of their own";
        return shared + " of " + sampleOf.length + " folds together with the path on all rows: " + resamples.how()
                + rest;
    }

    /** The path on all rows. */
    LambdaPath path(double[] lambdas, Observer observer) {
        return resamples
                .walk(0, Lambdas.of(lambdas), problem.spec().settings().stopping(), observer)
                .path();
    }

    /** Whether the path on all rows and the folds are one computation, that any of them may begin. */
    boolean areAtOnce() {
        return resamples.areAtOnce();
    }

    boolean contains(int fold) {
        return sampleOf[fold] > 0;
    }

    /**
     * A fold that is contained; empty if it could not be proved. Rows that do not count still have linear predictors,
     * whose overflow would forbid a step that the rows of the fold allow.
     */
    Optional<FoldFit> fold(int fold, double[] lambdas) {
        Resamples.Judged judged = resamples.walk(
                sampleOf[fold], Lambdas.of(lambdas), problem.spec().settings().stopping(), Observer.SILENT);
        boolean proved =
                judged.path().knots().stream().allMatch(k -> k.certificate().converged());
        return proved || resamples.areAtOnce()
                ? Optional.of(FoldFit.of(judged, weight(splits.get(fold), weights), lambdas.length, metric))
                : Optional.empty();
    }
}

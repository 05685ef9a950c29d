package dev.taut.path;

import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The paths of one problem on samples of its rows, equal to separate fits but at the price of a few, or without a copy of
 * X for each: folds count a row once or not at all, bootstrap samples several times.
 *
 * <p>Each sample is centred and scaled by its own rows, and its certificates are those of its own problem. Samples may be
 * walked in any order and by several threads; a result never depends on either.
 */
public sealed interface Resamples permits GramResamples, WeightedResamples {
    /**
     * Rows to fit to, and rows to judge the fit by; both may lack rows.
     *
     * @param counts how often a row counts in the fit, ≥ 0, besides its weight
     * @param judges how often it counts in the losses, ≥ 0; empty if there is nothing to judge
     */
    record Sample(double[] counts, double[] judges) {
        double[] judging() {
            return judges.length > 0 ? judges : new double[counts.length];
        }

        /** Rows that count. */
        int rows() {
            int rows = 0;
            for (double count : counts) {
                rows += count > 0 ? 1 : 0;
            }
            return rows;
        }
    }

    /**
     * A path and how it does on the rows that judge it.
     *
     * @param losses   the datafit at each knot on those rows, above its least value: ½ mean squared residual for the
     *                 squared loss; empty if there are none
     * @param nullLoss the same of the null model; NaN if there are none
     */
    record Judged(LambdaPath path, double[] losses, double nullLoss) {}

    /**
     * The samples of a problem; empty if the {@link Planner} finds that a copy of the rows of each is worth its memory.
     *
     * @param loss    the problem's loss on some of its rows
     * @param count   how many
     * @param samples sample number s; asked for more than once
     */
    static Optional<Resamples> of(PathProblem problem, RowLoss loss, int count, IntFunction<Sample> samples) {
        Situation situation = Situation.of(problem, count, samples);
        Plan<SampleMethod> plan = Planner.samples(situation);
        return switch (plan.method()) {
            case BLOCK_GRAMS ->
                Optional.of(new GramResamples(problem, count, samples, situation.gramMethod(), plan.sentence()));
            case ROW_WEIGHTS -> Optional.of(new WeightedResamples(problem, loss, count, samples, plan.sentence()));
            case COPIED_ROWS -> Optional.empty();
        };
    }

    /** The samples of a problem with squared loss. */
    static Optional<Resamples> of(PathProblem problem, int count, IntFunction<Sample> samples) {
        double[] response = GramReduction.response(problem);
        PathProblem without = new PathProblem(
                problem.design(),
                problem.features(),
                Losses.squared().on(Target.of(response), problem.datafit().weights()),
                problem.penalty(),
                new double[0],
                problem.intercept(),
                problem.standardize());
        return of(without, RowLoss.of(Losses.squared(), Target.of(response)).orElseThrow(), count, samples);
    }

    int size();

    /** How the samples are computed and why, in one sentence without a full stop. */
    String how();

    /** Whether no sample is done before the work for all of them is. */
    boolean areAtOnce();

    /**
     * The same samples under another penalty, for which Gram matrices are computed but once; empty if the penalty asks for
     * another method.
     *
     * @param other differs in nothing but the penalty
     */
    Optional<Resamples> under(PathProblem other);

    /** What is computed for one penalty will be asked for again under so many others, if there is memory to keep it. */
    void expect(int penalties);

    /** The λ that {@link #walk} would visit. */
    double[] lambdas(int sample, Lambdas lambdas);

    /** The path of a sample, as {@link Paths#walk} would find it on the rows that count. */
    Judged walk(int sample, Lambdas lambdas, Stopping stopping, Observer observer);
}

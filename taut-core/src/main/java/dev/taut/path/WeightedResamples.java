package dev.taut.path;

import dev.taut.loss.Datafit;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Samples on the one X that they share: a row outside the sample keeps its place and gets the weight 0. Its arithmetic is
 * done in vain, a tenth of all for ten folds, but X is in memory once, however many samples are walked.
 */
final class WeightedResamples implements Resamples {
    private final PathProblem problem;
    private final RowLoss loss;
    private final int count;
    private final IntFunction<Sample> samples;
    private final String how;

    WeightedResamples(PathProblem problem, RowLoss loss, int count, IntFunction<Sample> samples, String how) {
        this.problem = problem;
        this.loss = loss;
        this.count = count;
        this.samples = samples;
        this.how = how;
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public String how() {
        return how;
    }

    @Override
    public boolean areAtOnce() {
        return false;
    }

    /** Nothing but X is shared. */
    @Override
    public Optional<Resamples> under(PathProblem other) {
        return Optional.of(new WeightedResamples(other, loss, count, samples, how));
    }

    @Override
    public void expect(int penalties) {
        // nothing is kept from one walk to the next
    }

    @Override
    public double[] lambdas(int sample, Lambdas lambdas) {
        return Paths.lambdas(Reduced.of(counted(samples.apply(sample)), lambdas.most()), lambdas);
    }

    @Override
    public Judged walk(int sample, Lambdas lambdas, Stopping stopping, Observer observer) {
        Sample rows = samples.apply(sample);
        LambdaPath path = Paths.walk(counted(rows), lambdas, stopping, observer);
        return rows.judges().length == 0 ? new Judged(path, rows.judges(), Double.NaN) : judged(path, rows.judges());
    }

    /** The problem on the rows that count. */
    private PathProblem counted(Sample sample) {
        int n = problem.design().rows();
        double[] weights = problem.datafit().weights().clone();
        boolean all = true;
        for (int i = 0; i < n; i++) {
            weights[i] *= sample.counts()[i];
            all &= sample.counts()[i] == 1;
        }
        return all ? problem : with(loss.on(IntStream.range(0, n).toArray(), weights));
    }

    private PathProblem with(Datafit datafit) {
        return new PathProblem(
                problem.design(),
                problem.features(),
                datafit,
                problem.penalty(),
                problem.offset(),
                problem.intercept(),
                problem.standardize());
    }

    private Judged judged(LambdaPath path, double[] judges) {
        double[] weights = problem.datafit().weights();
        int[] rows = IntStream.range(0, judges.length)
                .filter(i -> judges[i] * weights[i] > 0)
                .toArray();
        double[] own =
                IntStream.of(rows).mapToDouble(i -> judges[i] * weights[i]).toArray();
        Coefficients[] models = Stream.concat(
                        path.knots().stream().map(Knot::coefficients), Stream.of(path.nullModel()))
                .map(path::raw)
                .toArray(Coefficients[]::new);
        double[][] eta = Predictors.of(problem, rows, models);
        Datafit datafit = loss.on(rows, own);
        double least = datafit.saturated();
        double[] losses = new double[path.knots().size()];
        for (int k = 0; k < losses.length; k++) {
            losses[k] = datafit.value(eta[k]) - least;
        }
        return new Judged(path, losses, datafit.value(eta[losses.length]) - least);
    }
}

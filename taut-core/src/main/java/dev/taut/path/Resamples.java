package dev.taut.path;

import dev.taut.design.Design;
import dev.taut.design.Standardization;
import dev.taut.design.StandardizedDesign;
import dev.taut.kernel.Vectors;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.loss.Weights;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The paths of one problem on samples of its rows, equal to separate fits but at the price of a few: folds count a row
 * once or not at all, bootstrap samples several times.
 *
 * <p>For the squared loss a fit needs no more of the rows than the Gram matrix of [X y], and those of all samples are
 * sums over blocks of rows that every sample counts alike. One pass over X computes the blocks of as many samples as
 * have few blocks in common: K folds and the fit to all rows share one pass, each further partition of repeated
 * cross-validation takes one more. Each sample is centred and scaled by its own rows, and its certificates are those of
 * its own problem. From the same blocks come the losses on rows outside the sample.
 *
 * <p>Samples may be walked in any order and by several threads; a result never depends on either. The blocks of a pass
 * are kept from the first walk that needs them to the last.
 */
public final class Resamples {
    private final PathProblem problem;
    private final IntFunction<Sample> samples;
    private final Moments moments;
    private final List<Place> places = new ArrayList<>();
    private final Map<Integer, Ready> ready = new ConcurrentHashMap<>();

    /**
     * Rows to fit to, and rows to judge the fit by; both may lack rows.
     *
     * @param counts how often a row counts in the fit, ≥ 0, besides its weight
     * @param judges how often it counts in the losses, ≥ 0; empty if there is nothing to judge
     */
    public record Sample(double[] counts, double[] judges) {
        double[] judging() {
            return judges.length > 0 ? judges : new double[counts.length];
        }
    }

    /**
     * A path and how it does on the rows that judge it.
     *
     * @param losses   the datafit at each knot on those rows: ½ mean squared residual; empty if there are none
     * @param nullLoss the same of the null model; NaN if there are none
     */
    public record Judged(LambdaPath path, double[] losses, double nullLoss) {}

    /** Where a sample is found: a pass, and its number there. */
    private record Place(Pass pass, int number) {}

    /** A sample that only has to be walked; without moments of its judging rows they are judged one by one. */
    private record Ready(Reduced reduced, Optional<WeightedMoments> judging) {}

    private Resamples(PathProblem problem, int count, IntFunction<Sample> samples) {
        this.problem = problem;
        this.samples = samples;
        this.moments = new Moments(problem);
        Pass pass = new Pass(moments);
        for (int s = 0; s < count; s++) {
            if (!pass.add(samples.apply(s))) {
                pass = new Pass(moments);
                pass.add(samples.apply(s));
            }
            places.add(new Place(pass, pass.samples() - 1));
        }
    }

    /**
     * The samples of a problem; empty if Gram matrices do not help: for another loss than the squared one, or if some
     * sample has not clearly more rows than columns.
     *
     * @param count   how many
     * @param samples sample number s; asked for more than once
     */
    public static Optional<Resamples> of(PathProblem problem, int count, IntFunction<Sample> samples) {
        int columns = problem.design().columns();
        for (int s = 0; s < count; s++) {
            if (!GramReduction.pays(problem.datafit(), rows(samples.apply(s).counts), columns)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Resamples(problem, count, samples));
    }

    private static int rows(double[] counts) {
        int rows = 0;
        for (double count : counts) {
            rows += count > 0 ? 1 : 0;
        }
        return rows;
    }

    public int size() {
        return places.size();
    }

    /** How many passes over X all samples take together. */
    public int passes() {
        return (int) places.stream().map(Place::pass).distinct().count();
    }

    /** The λ that {@link #walk} would visit. */
    public double[] lambdas(int sample, Lambdas lambdas) {
        return Paths.lambdas(ready.computeIfAbsent(sample, this::prepare).reduced, lambdas);
    }

    /** The path of a sample, as {@link Paths#walk} would find it on the rows that count. */
    public Judged walk(int sample, Lambdas lambdas, Stopping stopping, Observer observer) {
        Ready known = ready.remove(sample);
        Ready now = known == null ? prepare(sample) : known;
        LambdaPath path = Paths.walk(now.reduced, lambdas, stopping, observer);
        double[] judges = samples.apply(sample).judges;
        return judges.length == 0 ? new Judged(path, judges, Double.NaN) : judged(path, now.judging, weights(judges));
    }

    private Ready prepare(int number) {
        Place place = places.get(number);
        Sample sample = samples.apply(number);
        double[] weights = weights(sample.counts);
        if (!place.pass.isShared()) {
            return new Ready(separate(weights, rows(sample.counts)), Optional.empty());
        }
        WeightedMoments[] both = place.pass.moments(place.number);
        Standardization own = both[0].standardization(weights);
        boolean[] lost = both[0].lost(own);
        if (!areZero(lost, StandardizedDesign.of(problem.design(), own), weights)) {
            return new Ready(separate(weights, rows(sample.counts)), Optional.of(both[1]));
        }
        Reduction reduction = GramReduction.of(both[0].gram(own, lost), both[0].mean(), how(place.pass));
        return new Ready(new Reduced(problem, own, reduction, rows(sample.counts)), Optional.of(both[1]));
    }

    private double[] weights(double[] counts) {
        double[] weights = problem.datafit().weights().clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= counts[i];
        }
        return Weights.normalized(weights, weights.length);
    }

    /** Whether what was lost in rounding was nothing: columns that are constant, or zero, in all rows that count. */
    private static boolean areZero(boolean[] lost, Design view, double[] weights) {
        return IntStream.range(0, lost.length)
                .filter(j -> lost[j])
                .allMatch(j -> j < view.columns() && view.weightedSquares(j, 0, weights) == 0);
    }

    private static String how(Pass pass) {
        return "one pass over X for the Gram matrices of " + pass.blocks() + " blocks of rows, summed for each of "
                + pass.samples() + " samples and reduced to its Cholesky factor";
    }

    /** A sample by itself, with a pass of its own. */
    private Reduced separate(double[] weights, int rows) {
        Reduced own = Reduced.of(new PathProblem(
                problem.design(),
                problem.features(),
                Losses.squared().on(Target.of(moments.response()), weights),
                problem.penalty(),
                new double[0],
                problem.intercept(),
                problem.standardize()));
        return new Reduced(own.problem(), own.standardization(), own.reduction(), rows);
    }

    private Judged judged(LambdaPath path, Optional<WeightedMoments> judging, double[] weights) {
        Coefficients[] models = Stream.concat(
                        path.knots().stream().map(Knot::coefficients), Stream.of(path.nullModel()))
                .toArray(Coefficients[]::new);
        double[] losses = new double[models.length];
        Arrays.fill(losses, Double.NaN);
        losses = judging.map(m -> m.losses(models, path.standardization())).orElse(losses);
        for (int k = 0; k < models.length; k++) {
            if (Double.isNaN(losses[k])) {
                losses[k] = loss(path.raw(models[k]), weights);
            }
        }
        int knots = models.length - 1;
        return new Judged(path, Arrays.copyOf(losses, knots), losses[knots]);
    }

    /** ½Σwᵢ(yᵢ − ηᵢ)², row by row. */
    private double loss(Coefficients raw, double[] weights) {
        double[] residual = moments.response().clone();
        Vectors.add(-raw.intercept(0), residual, 0, residual.length);
        for (int k = 0; k < raw.active(); k++) {
            problem.design().axpy(raw.coordinate(k), -raw.value(k), residual, 0);
        }
        double sum = 0;
        for (int i = 0; i < residual.length; i++) {
            sum += weights[i] * residual[i] * residual[i];
        }
        return sum / 2;
    }
}

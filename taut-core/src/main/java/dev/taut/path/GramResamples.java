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
 * Samples for the squared loss: a fit needs no more of the rows than the Gram matrix of [X y], and those of all samples
 * are sums over blocks of rows that every sample counts alike. One pass over X computes the blocks of as many samples as
 * have few blocks in common: K folds and the fit to all rows share one pass, each further partition of repeated
 * cross-validation takes one more. From the same blocks come the losses on rows outside the sample.
 *
 * <p>The blocks of a pass are kept from the first walk that needs them to the last.
 */
final class GramResamples implements Resamples {
    /** Entries of all blocks together that are kept from one penalty to the next: so many, or this share of those of X. */
    private static final double FEW = 1 << 24;

    private static final double SHARE = 0.5;

    private final PathProblem problem;
    private final IntFunction<Sample> samples;
    private final Moments moments;
    private final List<Place> places;
    private final PathMethod method;
    private final String how;
    private final Map<Integer, Ready> ready = new ConcurrentHashMap<>();

    /** Where a sample is found: a pass, and its number there. */
    private record Place(Pass pass, int number) {}

    /** A sample that only has to be walked; without moments of its judging rows they are judged one by one. */
    private record Ready(Reduced reduced, Optional<WeightedMoments> judging) {}

    GramResamples(PathProblem problem, int count, IntFunction<Sample> samples, PathMethod method, String how) {
        this.problem = problem;
        this.samples = samples;
        this.moments = new Moments(problem);
        this.places = places(moments, count, samples);
        this.method = method;
        this.how = how;
    }

    /** The same samples and passes for another penalty. */
    private GramResamples(GramResamples relative, PathProblem problem, PathMethod method, String how) {
        this.problem = problem;
        this.samples = relative.samples;
        this.moments = relative.moments;
        this.places = relative.places;
        this.method = method;
        this.how = how;
    }

    private static List<Place> places(Moments moments, int count, IntFunction<Sample> samples) {
        List<Place> places = new ArrayList<>();
        Pass pass = new Pass(moments);
        for (int s = 0; s < count; s++) {
            if (!pass.add(samples.apply(s))) {
                pass = new Pass(moments);
                pass.add(samples.apply(s));
            }
            places.add(new Place(pass, pass.samples() - 1));
        }
        return places;
    }

    @Override
    public int size() {
        return places.size();
    }

    @Override
    public String how() {
        return how;
    }

    @Override
    public boolean areAtOnce() {
        return true;
    }

    @Override
    public Optional<Resamples> under(PathProblem other) {
        Situation situation = Situation.of(other, size(), samples);
        Plan<SampleMethod> plan = Planner.samples(situation);
        return plan.method() == SampleMethod.BLOCK_GRAMS
                ? Optional.of(new GramResamples(
                        this, other, situation.gramMethod(), plan.sentence() + "; the pass of another penalty serves"))
                : Optional.empty();
    }

    @Override
    public void expect(int penalties) {
        double p = problem.design().columns();
        double kept = places.stream()
                        .map(Place::pass)
                        .distinct()
                        .mapToDouble(Pass::blocks)
                        .sum()
                * p
                * p
                / 2;
        if (kept <= Math.max(FEW, problem.design().nonZeros() * SHARE)) {
            places.stream().map(Place::pass).distinct().forEach(pass -> pass.expect(penalties));
        }
    }

    /** How many passes over X all samples take together. */
    int passes() {
        return (int) places.stream().map(Place::pass).distinct().count();
    }

    @Override
    public double[] lambdas(int sample, Lambdas lambdas) {
        return Paths.lambdas(ready.computeIfAbsent(sample, this::prepare).reduced, lambdas);
    }

    @Override
    public Judged walk(int sample, Lambdas lambdas, Stopping stopping, Observer observer) {
        Ready known = ready.remove(sample);
        Ready now = known == null ? prepare(sample) : known;
        LambdaPath path = Paths.walk(now.reduced, lambdas, stopping, observer);
        double[] judges = samples.apply(sample).judges();
        return judges.length == 0 ? new Judged(path, judges, Double.NaN) : judged(path, now.judging, weights(judges));
    }

    private Ready prepare(int number) {
        Place place = places.get(number);
        Sample sample = samples.apply(number);
        double[] weights = weights(sample.counts());
        if (!place.pass.isShared()) {
            return new Ready(separate(weights, sample.rows()), Optional.empty());
        }
        WeightedMoments[] both = place.pass.moments(place.number);
        Standardization own = both[0].standardization(weights);
        boolean[] lost = both[0].lost(own);
        if (!areZero(lost, StandardizedDesign.of(problem.design(), own), weights)) {
            return new Ready(separate(weights, sample.rows()), Optional.of(both[1]));
        }
        Reduction reduction = GramReduction.of(both[0].gram(own, lost), both[0].mean());
        Reduced reduced = new Reduced(problem, own, reduction, sample.rows(), method, reason(place.pass));
        return new Ready(reduced, Optional.of(both[1]));
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

    private String reason(Pass pass) {
        return method.words() + ", from one pass over X for " + pass.samples() + " samples in " + pass.blocks()
                + " blocks of rows";
    }

    /** A sample by itself, with a pass of its own. */
    private Reduced separate(double[] weights, int rows) {
        Reduced own = Reduced.of(
                new PathProblem(
                        problem.design(),
                        problem.features(),
                        Losses.squared().on(Target.of(moments.response()), weights),
                        problem.penalty(),
                        new double[0],
                        problem.intercept(),
                        problem.standardize()),
                Lambdas.DEFAULT.most());
        return new Reduced(own.problem(), own.standardization(), own.reduction(), rows, own.method(), own.reason());
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

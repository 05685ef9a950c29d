package dev.taut.path;

import java.util.function.Function;
import java.util.function.Predicate;

/** How the paths of samples of the rows are computed: condition, estimated cost, method. */
enum SampleMethod implements Method {
    BLOCK_GRAMS(
            "one pass for the Gram matrices of blocks of rows, summed for each sample",
            s -> PathMethod.GRAM.fits(s) && s.samples() > 1,
            s -> SampleMethod.blockGrams(s)),

    COPIED_ROWS(
            "each sample with a matrix of its own",
            s -> true,
            s -> own(s.copied()).then(Estimates.copy(s.copied())).times(s.samples())),

    ROW_WEIGHTS(
            "all samples on the same matrix, rows outside a sample with a weight of zero",
            s -> true,
            s -> own(s.weighted()).times(s.samples()));

    private final String words;
    private final Predicate<Situation> condition;
    private final Function<Situation, Cost> cost;

    SampleMethod(String words, Predicate<Situation> condition, Function<Situation, Cost> cost) {
        this.words = words;
        this.condition = condition;
        this.cost = cost;
    }

    /** A path by the best method for one sample. */
    private static Cost own(Situation s) {
        return Planner.path(s).chosen().cost();
    }

    /** A pass for all; a factor and a path for each. */
    private static Cost blockGrams(Situation s) {
        double p = s.columns();
        Cost gram = Estimates.gram(s);
        Cost each = new Cost(s.samples() * p * p + p * p * p / 3, 0, 0)
                .then(s.isRidge() ? Estimates.tridiagonal(s, p) : Estimates.newtonOnGram(s));
        return gram.then(each.times(s.samples())).holding(Double.BYTES * s.samples() * p * p / 2);
    }

    @Override
    public boolean fits(Situation s) {
        return condition.test(s);
    }

    @Override
    public Cost cost(Situation s) {
        return cost.apply(s);
    }

    @Override
    public String words() {
        return words;
    }
}

package dev.taut.path;

import java.util.function.Function;
import java.util.function.Predicate;

/** How one path is computed: condition, estimated cost, method. */
enum PathMethod implements Method {
    GRAM_RIDGE(
            "ridge at every lambda from one tridiagonal form of the Gram matrix, which replaces the rows",
            s -> s.squared() && isTall(s) && s.isRidge(),
            s -> Estimates.gram(s).then(Estimates.tridiagonal(s, s.columns()))),

    GRAM(
            "rows reduced to the Cholesky factor of the Gram matrix, with active-set Newton steps there",
            s -> s.squared() && isTall(s),
            s -> Estimates.gram(s).then(Estimates.newtonOnGram(s))),

    TRIDIAGONAL(
            "ridge at every lambda from one tridiagonal form of the smaller of Gram and kernel matrix",
            s -> s.squared() && s.isRidge() && s.smaller() > 0 && s.smaller() <= RidgePath.LARGEST,
            s -> Estimates.kernel(s).then(Estimates.tridiagonal(s, s.smaller())).then(Estimates.sharedPasses(s))),

    ROW_SPACE(
            "Newton steps in the row space of the design",
            s -> s.isRotatable() && s.rows() < s.columns() && s.rows() > 0,
            s -> Estimates.kernel(s).then(Estimates.newtonInRowSpace(s))),

    NEWTON("active-set Newton steps on the design", s -> true, Estimates::newton);

    private final String words;
    private final Predicate<Situation> condition;
    private final Function<Situation, Cost> cost;

    PathMethod(String words, Predicate<Situation> condition, Function<Situation, Cost> cost) {
        this.words = words;
        this.condition = condition;
        this.cost = cost;
    }

    /** Clearly more rows than columns: a Gram matrix squares the condition of X, and with fewer it says nothing new. */
    private static boolean isTall(Situation s) {
        return s.columns() > 0 && s.fewest() > 2L * (s.columns() + 1);
    }

    /** Whether the rows are reduced to a Gram matrix of the columns. */
    boolean isGram() {
        return this == GRAM || this == GRAM_RIDGE;
    }

    /** Whether every λ is found directly. */
    boolean isRidge() {
        return this == GRAM_RIDGE || this == TRIDIAGONAL;
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

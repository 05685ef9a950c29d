package dev.taut.path;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The choice of method: of the rows of a table that fit, those that the memory allows and that are hardly slower than the
 * fastest, and of these the one that holds least memory, or the fastest if they hold little.
 *
 * <p>The tables are {@link PathMethod} for one path and {@link SampleMethod} for samples of its rows. The last row of each
 * always fits, and stands in where memory allows none.
 */
final class Planner {
    /** A method this much slower than the fastest is still taken if it holds less memory. */
    static final double HARDLY_SLOWER = 1.3;
    /** The share of the memory that a method may take: data, results and garbage live there, too. */
    private static final double SHARE = 0.5;

    /** Memory below this share of X, or this many bytes, is not worth a thought. */
    private static final double LITTLE = 0.15;

    private static final double LITTLE_BYTES = 1 << 24;

    private Planner() {}

    static Plan<PathMethod> path(Situation s) {
        return choose(s, PathMethod.values());
    }

    static Plan<SampleMethod> samples(Situation s) {
        return choose(s, SampleMethod.values());
    }

    private static <M extends Method> Plan<M> choose(Situation s, M[] table) {
        List<Plan.Estimate<M>> possible = Arrays.stream(table)
                .filter(method -> method.fits(s))
                .map(method -> new Plan.Estimate<>(method, method.cost(s)))
                .toList();
        List<Plan.Estimate<M>> affordable = possible.stream()
                .filter(e -> e.cost().memory() <= SHARE * s.memory())
                .toList();
        double fastest =
                affordable.stream().mapToDouble(e -> e.cost().seconds()).min().orElse(0);
        double little = Math.max(LITTLE_BYTES, LITTLE * Double.BYTES * s.nonZeros());
        Plan.Estimate<M> chosen = affordable.stream()
                .filter(e -> e.cost().seconds() <= HARDLY_SLOWER * fastest)
                .min(Comparator.comparingDouble(
                                (Plan.Estimate<M> e) -> Math.max(e.cost().memory(), little))
                        .thenComparingDouble(e -> e.cost().seconds()))
                .orElse(possible.get(possible.size() - 1));
        return new Plan<>(chosen, possible.stream().filter(e -> e != chosen).toList(), s);
    }
}

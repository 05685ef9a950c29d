package dev.taut.interaction;

import dev.taut.kernel.Vectors;
import dev.taut.loss.Losses;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.PathProblem;
import dev.taut.recipe.FittedRecipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Pairs of columns by the evidence that the residuals of the main effects hold for their product: the score test of
 * {@link ScoreTest} for each, with p-values times the number of pairs (Bonferroni).
 *
 * @param tested     the pairs, the strongest evidence first
 * @param considered columns of the table whose pairs were looked at
 * @param eligible   columns of the table that could take part
 * @param rows       rows that were looked at: all, or some evenly taken
 */
public record Screening(List<Tested> tested, int considered, int eligible, int rows) {
    /** How much is looked at: rows evenly taken, and columns of the design in the order in which they enter. */
    enum Effort {
        /** To choose what enters. */
        THOROUGH(5_000, 60),
        /** To notice what was ignored, beside every fit. */
        GLANCE(1_500, 45);

        private final int rows;
        private final int columns;

        Effort(int rows, int columns) {
            this.rows = rows;
            this.columns = columns;
        }
    }

    /** A pair of categories with more products is not looked at. */
    private static final int MOST_PRODUCTS = 40;

    private static final int ROWS_PER_COLUMN = 5;
    private static final Set<String> UNIT = Set.of("logistic", "probit", "cloglog");

    public Screening {
        tested = List.copyOf(tested);
    }

    /**
     * @param p        of the score test
     * @param adjusted p times the number of pairs, at most 1
     */
    public record Tested(Pair pair, double p, double adjusted) {}

    /** Of main effects at a knot of a path that is known. */
    static Screening of(String loss, PathProblem main, FittedRecipe recipe, LambdaPath path, Knot knot) {
        Crossings crossings = new Crossings(recipe, main.design());
        return of(loss, main, crossings, MainEffects.of(main, path, knot), new Scope(Effort.GLANCE, List.of()));
    }

    /**
     * @param named pairs to test; those of the strongest columns if there are none
     */
    record Scope(Effort effort, List<Pair> named) {}

    static Screening of(String loss, PathProblem main, Crossings crossings, MainEffects effects, Scope scope) {
        int n = main.design().rows();
        int most = Math.min(n, scope.effort.rows);
        int[] rows =
                IntStream.range(0, most).map(i -> (int) ((long) i * n / most)).toArray();
        List<Pair> named = scope.named;
        List<String> considered = considered(crossings, effects, scope, rows.length);
        Sample sample = new Sample(crossings, rows, new HashMap<>());
        List<Pair> pairs = (named.isEmpty() ? crossings.pairs(considered) : named)
                .stream()
                        .filter(pair -> crossings.products(pair) <= MOST_PRODUCTS)
                        .toList();
        ScoreTest test = new ScoreTest(
                sample.basis(considered),
                picked(effects.gradient(), rows),
                picked(effects.curvature(), rows),
                picked(main.datafit().weights(), rows),
                UNIT.contains(Losses.family(loss)));
        List<Tested> tested = new ArrayList<>();
        for (Pair pair : pairs) {
            double p = test.p(sample.products(pair));
            tested.add(new Tested(pair, p, Math.min(1, p * pairs.size())));
        }
        tested.sort(Comparator.comparingDouble(Tested::p)
                .thenComparing(t -> t.pair().name()));
        return new Screening(tested, considered.size(), crossings.columns().size(), rows.length);
    }

    /** Columns in the order in which they enter the lasso, as many as the rows can carry; those of named pairs first. */
    private static List<String> considered(Crossings crossings, MainEffects effects, Scope scope, int rows) {
        Set<String> order = new LinkedHashSet<>();
        scope.named.forEach(pair -> order.addAll(List.of(pair.first(), pair.second())));
        order.addAll(effects.order());
        order.addAll(crossings.columns());
        List<String> kept = new ArrayList<>();
        int left = Math.min(scope.effort.columns, rows / ROWS_PER_COLUMN);
        for (String column : order) {
            int columns = crossings.positions(column).length;
            boolean isNamed = scope.named.stream().anyMatch(pair -> pair.contains(column));
            if (columns > 0 && (columns <= left || isNamed)) {
                left -= columns;
                kept.add(column);
            }
        }
        return kept;
    }

    private static double[] picked(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }

    /** The columns that take part, in the rows that are looked at. */
    private record Sample(Crossings crossings, int[] rows, Map<Integer, double[]> columns) {
        private double[] column(int j) {
            return columns.computeIfAbsent(j, k -> picked(crossings.column(k), rows));
        }

        double[][] products(Pair pair) {
            List<double[]> products = new ArrayList<>();
            for (int j : crossings.positions(pair.first())) {
                for (int k : crossings.positions(pair.second())) {
                    double[] product = column(j).clone();
                    double[] other = column(k);
                    double center = crossings.center(pair.first(), j);
                    double otherCenter = crossings.center(pair.second(), k);
                    for (int i = 0; i < product.length; i++) {
                        product[i] = (product[i] - center) * (other[i] - otherCenter);
                    }
                    products.add(product);
                }
            }
            return products.toArray(double[][]::new);
        }

        /** The constant and the main effects of these columns, centred and of length 1, so that no pivot is lost to units. */
        double[][] basis(List<String> considered) {
            List<double[]> basis = new ArrayList<>();
            double[] constant = new double[rows.length];
            Arrays.fill(constant, 1);
            basis.add(constant);
            for (String column : considered) {
                for (int j : crossings.positions(column)) {
                    double[] values = column(j).clone();
                    int n = values.length;
                    Vectors.add(-Vectors.sum(values, 0, n) / n, values, 0, n);
                    double norm = Math.sqrt(Vectors.dot(values, values));
                    for (int i = 0; i < n; i++) {
                        values[i] /= norm > 0 ? norm : 1;
                    }
                    basis.add(values);
                }
            }
            return basis.toArray(double[][]::new);
        }
    }
}

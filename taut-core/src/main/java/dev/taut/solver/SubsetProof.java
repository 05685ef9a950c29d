package dev.taut.solver;

import dev.taut.design.Design;
import dev.taut.kernel.Cholesky;
import dev.taut.penalty.CountProx;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Squared loss on every set of columns, by branch and bound over Gram matrices: no set within A has a lower loss than A itself, so
 * that the loss of A and the prices of what must be used bound all of them from below (Furnival and Wilson 1974). A column
 * without which that bound exceeds the best objective known must be used.
 */
final class SubsetProof {
    /** Differences below this share of the null model's loss are rounding. */
    static final double EQUAL = 1e-11;

    private static final int MOST_COLUMNS = 64;
    private static final int MOST_SETS = 3_000;

    /** XᵀWX and XᵀWy, centred if there is an intercept. */
    private final double[][] gram;

    private final double[] products;
    /** The loss without any column. */
    private final double none;

    private SubsetProof(double[][] gram, double[] products, double none) {
        this.gram = gram;
        this.products = products;
        this.none = none;
    }

    /** For a squared loss, columns that are few enough, and no bounds. */
    static Optional<SubsetProof> of(Problem problem) {
        Design design = problem.design();
        CountProx prox = (CountProx) problem.prox();
        int p = design.columns();
        boolean bounded = IntStream.range(0, p)
                .anyMatch(j -> Double.isFinite(prox.shape().lower(j))
                        || Double.isFinite(prox.shape().upper(j)));
        if (!problem.datafit().isQuadratic() || problem.datafit().outputs() > 1 || p > MOST_COLUMNS || bounded) {
            return Optional.empty();
        }
        Problem without =
                new Problem(design, problem.datafit(), prox.on(new boolean[p]), problem.offset(), problem.intercept());
        Coefficients null0 = Coefficients.zero(p, NullModel.intercepts(without));
        double[] r = new double[design.rows()];
        double[] eta = LinearPredictors.of(without, null0);
        problem.datafit().gradient(eta, r);
        double[] weights = problem.datafit().weights();
        double[] centers = new double[p];
        double[] products = new double[p];
        for (int j = 0; j < p; j++) {
            centers[j] = problem.intercept() ? design.dot(j, weights, 0) : 0;
            products[j] = -design.dot(j, centers[j], r, 0);
        }
        double[][] gram = design.gram(IntStream.range(0, p).toArray(), centers, 0, weights);
        return Optional.of(new SubsetProof(gram, products, problem.datafit().value(eta)));
    }

    /**
     * The best set.
     *
     * @param complete whether all sets were compared
     */
    record Answer(BitSet best, boolean complete) {}

    /**
     * Compares a set with all others.
     *
     * @param price its loss, with everything that its columns cost
     */
    Answer compare(CountProx prox, BitSet set, double price) {
        Tree tree = new Tree(prox, set, price);
        int p = products.length;
        BitSet all = new BitSet(p);
        all.set(0, p);
        BitSet free = new BitSet(p);
        IntStream.range(0, p).filter(j -> prox.prices()[j] == 0).forEach(free::set);
        tree.visit(all, free);
        return new Answer(tree.best, tree.visited <= MOST_SETS);
    }

    private final class Tree {
        private final double[] prices;
        private final double[] ridge;
        private final double tolerance = EQUAL * none;
        private BitSet best;
        private double least;
        private int visited;

        Tree(CountProx prox, BitSet best, double least) {
            this.prices = prox.prices();
            this.ridge = IntStream.range(0, prices.length)
                    .mapToDouble(j -> prox.shape().bend(j, 1))
                    .toArray();
            this.best = best;
            this.least = least;
        }

        /**
         * All sets between two.
         *
         * @param available the larger one
         * @param asked     the smaller one
         */
        void visit(BitSet available, BitSet asked) {
            if (++visited > MOST_SETS) {
                return;
            }
            int[] columns = available.stream().toArray();
            Fit fit = fit(columns);
            double whole = fit.loss + price(available);
            if (whole < least - tolerance) {
                least = whole;
                best = (BitSet) available.clone();
            }
            BitSet used = (BitSet) asked.clone();
            int weakest = -1;
            double lowest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < columns.length; i++) {
                if (fit.loss + fit.rises[i] + price(asked) >= least - tolerance) {
                    used.set(columns[i]);
                } else if (!asked.get(columns[i]) && fit.rises[i] < lowest) {
                    lowest = fit.rises[i];
                    weakest = columns[i];
                }
            }
            if (weakest < 0 || fit.loss + price(used) >= least - tolerance) {
                return;
            }
            BitSet without = (BitSet) available.clone();
            without.clear(weakest);
            visit(without, used);
            used.set(weakest);
            if (fit.loss + price(used) < least - tolerance) {
                visit(available, used);
            }
        }

        private double price(BitSet set) {
            return set.stream().mapToDouble(j -> prices[j]).sum();
        }

        /**
         * The least loss on some columns.
         *
         * @param rises by how much more it is, at least, without each of them
         */
        private record Fit(double loss, double[] rises) {}

        private Fit fit(int[] columns) {
            int k = columns.length;
            double[][] lower = new double[k][];
            double[] b = new double[k];
            for (int i = 0; i < k; i++) {
                lower[i] = new double[i + 1];
                for (int j = 0; j <= i; j++) {
                    lower[i][j] = gram[columns[i]][columns[j]];
                }
                lower[i][i] += ridge[columns[i]];
                b[i] = products[columns[i]];
            }
            double[] coefficients = b.clone();
            Cholesky factor = Cholesky.factor(lower, k);
            factor.solve(coefficients);
            double gain = 0;
            for (int i = 0; i < k; i++) {
                gain += b[i] * coefficients[i] / 2;
            }
            double[] rises = new double[k];
            // Where columns depend on each other, none of them is known to be needed.
            if (IntStream.range(0, k).noneMatch(factor::dependent)) {
                double[] unit = new double[k];
                for (int i = 0; i < k; i++) {
                    Arrays.fill(unit, 0);
                    unit[i] = 1;
                    factor.solve(unit);
                    rises[i] = coefficients[i] * coefficients[i] / (2 * unit[i]);
                }
            }
            return new Fit(none - gain, rises);
        }
    }
}
